/* A legend: a button for each curve, which shows or hides it. */

function legend(curves, hidden, onChange) {
    const items = curves.map(curve => element("li", {}, toggle(
        [curveIcon(curve), curve.name], !hidden.has(curve.key), shown => {
            shown ? hidden.delete(curve.key) : hidden.add(curve.key);
            onChange();
        })));
    return element("ul", { className: "legend curves" }, ...items);
}
