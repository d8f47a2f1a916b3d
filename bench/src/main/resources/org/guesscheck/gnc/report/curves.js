/* The curves of a chart, from the estimates of one panel or of the same panel in several directories. */

const DASHES = [[], [7, 4], [2, 3], [9, 3, 2, 3]];

/** Colours of methods are those of the printed figure. */
const LOOKS = {
    guess_and_check: { color: "--c4" },
    gradient_descent: { color: "--c0" },
    prior: { color: "--c2" },
    next_right: { color: "--c3" },
    zero_matrix: { color: "--c6", dash: DASHES[0], thin: true },
    least_frobenius_norm: { color: "--c6", dash: DASHES[1], thin: true },
    least_nuclear_norm: { color: "--c6", dash: DASHES[2], thin: true },
    infinite_width: { color: "--c6", dash: DASHES[3], thin: true },
};

/** Where a place of the sweep is drawn. */
function across(panel, place) {
    return panel.figure === "ratio" ? place[1] / place[0] : place[0];
}

function acrossLabel(panel) {
    const labels = panel.axes.map(axis => axis.label);
    return panel.figure === "ratio" ? `${labels[1]} / ${labels[0]}` : labels[0];
}

function placeInWords(panel, place) {
    return panel.axes.map((axis, i) => `${axis.label} ${short(place[i])}`).join(", ");
}

/** The places of a sweep, the last axis changing fastest, as the estimates are listed. */
function places(panel) {
    const [first, second] = panel.axes.map(axis => axis.values);
    return second ? first.flatMap(a => second.map(b => [a, b])) : first.map(a => [a]);
}

/** The axis that has a curve for each of its values, or nothing. */
function familyOf(panel) {
    return panel.axes.length === 1 ? null : panel.figure === "ratio" ? 0 : 1;
}

function points(panel, method, quantity, trial, belongs) {
    const found = [];
    places(panel).forEach((place, index) => {
        const estimates = method.estimates[index];
        const number = belongs(place) ? numberAt(estimates, quantity, trial) : null;
        if (number) {
            const known = behind(estimates, trial);
            found.push({ x: across(panel, place), place: placeInWords(panel, place), known, ...number,
                marked: known.some(estimate => estimate.mark) });
        }
    });
    return found.sort((a, b) => a.x - b.x);
}

function curves(panels, quantity, trial) {
    const several = panels.length > 1;
    return panels.flatMap((panel, directory) => {
        const family = familyOf(panel);
        const name = words => (several ? `${words}, ${panel.name}` : words);
        const curve = (method, words, look, belongs) => ({
            key: `${directory} ${method.key} ${words}`, name: name(words), method: method.key, directory,
            form: directory, dash: DASHES[directory % DASHES.length], thin: false,
            shown: method.shown && !(several && directory > 0 && LOOKS[method.key].thin),
            points: points(panel, method, quantity, trial, belongs), ...look,
        });
        if (family === null) {
            return panel.methods.map(method => curve(method, method.name, LOOKS[method.key], () => true));
        }
        const axis = panel.axes[family];
        return panel.methods.filter(method => !LOOKS[method.key].thin).flatMap((method, m) =>
            axis.values.map((value, i) => curve(method, `${method.name}, ${axis.label} ${short(value)}`,
                { color: `--c${i % 8}`, dash: DASHES[m], shown: method.key !== "prior" }, place => place[family] === value)));
    }).filter(curve => curve.points.length > 0);
}
