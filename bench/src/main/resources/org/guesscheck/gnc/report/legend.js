/* A legend: a button for each curve, which shows or hides it. A baseline that the axis does not reach is told by its number. */

function legend(curves, hidden, outside, onChange) {
    const items = curves.map(curve => {
        const beyond = hidden.has(curve.key) ? "" : outside(curve);
        const number = beyond && ` ${beyond} ${figure(curve.points[0].value)}`;
        return element("li", {}, toggle([curveIcon(curve), curve.name, number], !hidden.has(curve.key), shown => {
            shown ? hidden.delete(curve.key) : hidden.add(curve.key);
            onChange();
        }));
    });
    return element("ul", { className: "legend curves" }, ...items);
}
