/* The interactive figures: each stands in the place of printed ones, which stay for print and for pages without scripts. */

const ALL_TRIALS = "median over the trials";

function trialChoice(panels, set) {
    const trials = Math.max(...panels.map(panel => panel.trials));
    return trials === 1 ? null : choice("of", [ALL_TRIALS, ...Array.from({ length: trials }, (_, i) => `trial ${i + 1}`)], 0,
        chosen => set({ trial: chosen === 0 ? null : chosen - 1 }));
}

/** A figure with curves. */
function curveFigure(panels, parts) {
    const quantities = QUANTITIES.filter(quantity => curves(panels, quantity, null).length > 0);
    const state = { quantity: quantities[0], trial: null, x: EVEN, y: null };
    const hidden = new Set(curves(panels, LOSS, null).filter(curve => !curve.shown).map(curve => curve.key));
    const box = tipBox(parts.home);
    let drawn = null;
    let visible = [];

    function onPoint(found) {
        if (!found) {
            box.hide();
            return;
        }
        const { curve, point } = found;
        box.show(details(curve.name, point.place, point, point.known, state.quantity, state.trial), found.left, found.top);
    }

    function render() {
        const all = curves(panels, state.quantity, state.trial);
        visible = all.filter(curve => !hidden.has(curve.key));
        const values = reached(visible);
        const xs = visible.flatMap(curve => curve.points.map(point => point.x));
        parts.xChoice.lastElementChild.options[LOGARITHMIC].disabled = !positive(xs);
        parts.yChoice.lastElementChild.options[LOGARITHMIC - 1].disabled = !positive(values);
        const scales = {
            x: state.x === LOGARITHMIC && !positive(xs) ? LINEAR : state.x,
            y: state.y === LOGARITHMIC && positive(values) ? LOGARITHMIC : LINEAR,
        };
        drawn?.plot.destroy();
        box.hide();
        parts.home.dataset.scales = `${["even", "linear", "logarithmic"][scales.x]} ${["", "linear", "logarithmic"][scales.y]}`;
        drawn = chart(parts.home, visible, { x: acrossLabel(panels[0]), y: state.quantity.name }, scales, onPoint);
        parts.legend.replaceWith(parts.legend = legend(all, hidden, drawn.outside, redraw));
    }

    function set(changes) {
        Object.assign(state, changes);
        render();
    }

    /** After a click in the legend, which keeps the keyboard where it is. */
    function redraw() {
        const at = [...parts.legend.querySelectorAll("button")].indexOf(document.activeElement);
        render();
        parts.legend.querySelectorAll("button")[at]?.focus();
    }

    const values = reached(curves(panels, state.quantity, null).filter(curve => curve.shown));
    state.y = positive(values) && Math.max(...values) > 30 * Math.min(...values) ? LOGARITHMIC : LINEAR;
    parts.xChoice = choice("across", ["even steps", "linear", "logarithmic"], state.x, chosen => set({ x: chosen }));
    parts.yChoice = choice("up", ["linear", "logarithmic"], state.y - 1, chosen => set({ y: chosen + 1 }));
    parts.controls.append(...[
        choice("Show", quantities.map(quantity => quantity.name), 0, chosen => set({ quantity: quantities[chosen] })),
        trialChoice(panels, set), parts.xChoice, parts.yChoice].filter(Boolean));
    parts.legend = parts.home.parentElement.insertBefore(element("ul", {}), parts.home.nextSibling);
    parts.home.tabIndex = 0;
    pointKeys(parts.home, () => visible, (curve, point) => drawn.goTo(curve, point), box.hide);
    render();
    new ResizeObserver(() => {
        if (drawn.plot.width !== parts.home.clientWidth && parts.home.clientWidth > 0) {
            drawn.plot.setSize({ width: parts.home.clientWidth, height: HEIGHT });
        }
    }).observe(parts.home);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", render);
}

/** A figure with maps, side by side and in the same colours. */
function mapFigure(panels, parts) {
    const kinds = mapped(panels[0]).map(kind => kind.name);
    const state = { kind: 0, trial: null, logarithmic: null };
    const box = tipBox(parts.home);
    const maps = element("div", { className: "maps" });
    parts.home.prepend(maps);

    function onCell(panel, kind, number, cell) {
        const estimates = panel.methods.find(method => method.key === GUESS).estimates[number.index];
        const [home, at] = [parts.home.getBoundingClientRect(), cell.getBoundingClientRect()];
        const title = `guess and check${panel.name && ", "}${panel.name}`;
        box.show(details(title, placeInWords(panel, number.place), number, behind(estimates, state.trial), kind, state.trial),
            at.right - home.left - 8, at.bottom - home.top - 8);
    }

    function render() {
        const shown = panels.map(panel => mapped(panel).find(kind => kind.name === kinds[state.kind])).filter(Boolean);
        const numbers = shown.map((kind, i) => mapNumbers(panels[i], kind, state.trial));
        const values = numbers.flat().filter(Boolean).map(number => number.value);
        const anchors = shown[0].aroundOne ? AROUND_ONE : RISING;
        const far = positive(values) && Math.max(...values) > 10 * Math.min(...values);
        const logarithmic = positive(values) && (state.logarithmic ?? far);
        const select = parts.colorChoice.lastElementChild;
        select.options[1].disabled = !positive(values);
        select.disabled = Boolean(shown[0].aroundOne);
        select.value = logarithmic || shown[0].aroundOne ? 1 : 0;
        const scale = shares(values, logarithmic, shown[0].aroundOne);
        box.hide();
        maps.replaceChildren(...shown.map((kind, i) =>
            map(panels[i], numbers[i], scale, anchors, (number, cell) => onCell(panels[i], kind, number, cell))),
        colorKey(scale, anchors));
    }

    function set(changes) {
        Object.assign(state, changes);
        render();
    }

    parts.colorChoice = choice("colours", ["linear", "logarithmic"], 0, chosen => set({ logarithmic: chosen === 1 }));
    parts.controls.append(...[choice("Show", kinds, 0, chosen => set({ kind: chosen })),
        trialChoice(panels, set), parts.colorChoice].filter(Boolean));
    maps.addEventListener("pointerleave", box.hide);
    maps.addEventListener("keydown", event => event.key === "Escape" && box.hide());
    render();
}

for (const place of document.querySelectorAll("figure.instrument")) {
    const { panels } = JSON.parse(place.querySelector("script").textContent);
    const printed = place.querySelector(".printed");
    const home = element("div", { className: "chart" });
    home.setAttribute("role", "group");
    home.setAttribute("aria-label", `${place.dataset.label}. Arrow keys go from point to point.`);
    const controls = element("div", { className: "controls" });
    place.prepend(controls, home);
    (panels[0].figure === "maps" ? mapFigure : curveFigure)(panels, { controls, home });
    if (printed) {
        controls.append(toggle(["Printed figure"], false, shown => printed.classList.toggle("shown", shown)));
    }
    place.classList.add("live");
}
