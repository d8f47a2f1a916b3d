/* The interactive figures: each stands in the place of printed ones, which stay for print and for pages without scripts. */

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
