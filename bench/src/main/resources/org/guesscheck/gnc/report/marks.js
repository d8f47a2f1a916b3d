/* Marks of points, one form for each directory, on a canvas and in a legend. */

const FORMS = [
    "M-4.5 0A4.5 4.5 0 1 0 4.5 0A4.5 4.5 0 1 0 -4.5 0Z",
    "M-4 -4H4V4H-4Z",
    "M0 -5.5L5.5 0L0 5.5L-5.5 0Z",
    "M0 -5.5L5 4H-5Z",
    "M0 5.5L5 -4H-5Z",
];

/** The value of a colour of the style sheet. */
function color(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** Draws a mark; one of an estimate that is not to be trusted stays open. */
function drawMark(canvas, form, x, y, scale, tint, open) {
    canvas.save();
    canvas.translate(x, y);
    canvas.scale(scale, scale);
    const path = new Path2D(FORMS[form % FORMS.length]);
    canvas.fillStyle = open ? color("--paper") : tint;
    canvas.fill(path);
    canvas.strokeStyle = tint;
    canvas.lineWidth = 1.8;
    canvas.stroke(path);
    canvas.restore();
}

function svg(name, attributes, ...children) {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    element.append(...children);
    return element;
}

/** A small picture of a curve. */
function curveIcon(curve) {
    const tint = `var(${curve.color})`;
    const line = svg("line", { x1: 0, y1: 8, x2: 32, y2: 8, stroke: tint, "stroke-width": curve.thin ? 1.2 : 2,
        "stroke-dasharray": curve.dash.join(" ") });
    const mark = svg("path", { d: FORMS[curve.form % FORMS.length], transform: "translate(16 8)", fill: tint });
    return svg("svg", { class: "icon curve", viewBox: "0 0 32 16", "aria-hidden": "true" }, line, ...(curve.thin ? [] : [mark]));
}
