/* A heat map of two axes: a table whose cells are coloured, read by pointer, arrow keys and screen readers. */

const GUESS = "guess_and_check";

/** Quotients are of the same trial's losses. */
function quotient(panel, of, trial) {
    const [guess, other] = [GUESS, of].map(key => panel.methods.find(method => method.key === key));
    return index => guess.estimates[index].map((estimate, i) => {
        const below = other.estimates[index][i];
        const value = estimate?.mean != null && below?.mean > 0 ? estimate.mean / below.mean : null;
        return value === null ? null : { value, mark: estimate.mark ?? below.mark };
    });
}

/** What a map can show of a panel. */
function mapped(panel) {
    const guess = quantity => index => panel.methods.find(method => method.key === GUESS).estimates[index].map(
        estimate => estimate && { value: quantity.of(estimate).value, mark: estimate.mark });
    const has = key => panel.methods.some(method => method.key === key);
    return [
        { name: "generalization loss of guess and check", at: guess(LOSS) },
        ...(has("prior") ? [{ name: "its ratio to the prior's", at: quotient(panel, "prior"), aroundOne: true }] : []),
        ...(has("gradient_descent")
            ? [{ name: "its ratio to gradient descent's", at: quotient(panel, "gradient_descent"), aroundOne: true }] : []),
        { name: "acceptance probability", at: guess(QUANTITIES[1]) },
    ];
}

/** The numbers of a map by the index of their place: a median over the trials, or one trial's. */
function mapNumbers(panel, shown, trial) {
    return places(panel).map((place, index) => {
        const chosen = shown.at(index).filter((number, i) => number?.value != null && (trial === null || i === trial));
        const number = quartiles(chosen.map(one => one.value));
        return number && { ...number, place, index, marked: chosen.some(one => one.mark) };
    });
}

/** The cell that has the keyboard; arrow keys move it. */
function moveFocus(event, grid, row, column) {
    const [down, right] = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key] ?? [];
    const next = down === undefined ? null : grid[row + down]?.[column + right];
    if (next) {
        event.preventDefault();
        grid.flat().forEach(cell => (cell.tabIndex = -1));
        next.tabIndex = 0;
        next.focus();
    }
}

function map(panel, numbers, scale, anchors, onCell) {
    const [first, second] = panel.axes;
    const byPlace = (a, b) => numbers[first.values.indexOf(a) * second.values.length + second.values.indexOf(b)];
    const grid = [];
    const rows = second.values.toReversed().map((b, row) => {
        grid.push(first.values.map((a, column) => {
            const number = byPlace(a, b);
            const cell = element("td", { tabIndex: row + column === 0 ? 0 : -1 }, number ? short(Number(number.value.toPrecision(3))) : "–");
            if (number) {
                const ground = shade(anchors, scale.of(number.value));
                cell.style.background = css(ground);
                cell.style.color = textOn(ground);
                cell.classList.toggle("marked", number.marked);
                cell.addEventListener("pointerenter", () => onCell(number));
                cell.addEventListener("focus", () => onCell(number));
            }
            cell.addEventListener("keydown", event => moveFocus(event, grid, row, column));
            return cell;
        }));
        return element("tr", {}, element("th", { scope: "row" }, short(b)), ...grid[row]);
    });
    const foot = element("tr", {}, element("th", { scope: "col" }, `${second.label} ↑ ${first.label} →`),
        ...first.values.map(a => element("th", { scope: "col" }, short(a))));
    return element("table", { className: "map" }, panel.name ? element("caption", {}, panel.name) : null, element("tbody", {}, ...rows, foot));
}

/** The colours of a map with the numbers at their ends. */
function colorKey(scale, anchors) {
    const bar = element("span", { className: "shades" });
    bar.style.background = `linear-gradient(to right, ${anchors.map(rgb => css(parts(rgb))).join(", ")})`;
    return element("p", { className: "key" }, figure(scale.low), bar, figure(scale.high));
}
