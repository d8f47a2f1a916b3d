/* What the box at the pointer says of a number. */

const MOST_TRIALS = 10;

/** Name and value, where there is a value. */
function facts(pairs) {
    const known = pairs.filter(([, value]) => value != null && value !== "" && value !== "–");
    return element("dl", {}, ...known.flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, value)]));
}

function acceptedInWords(estimate) {
    return estimate.accepted == null ? "" : count(estimate.accepted) + (estimate.effective ? " effective" : "");
}

function oneEstimate(estimate) {
    return [
        facts(estimate.facts ?? [
            ["mean loss", figure(estimate.mean)],
            ["95 % interval", interval(estimate.low, estimate.high)],
            ["acceptance probability", figure(estimate.probability)],
            ["its 95 % interval", interval(estimate.probabilityLow, estimate.probabilityHigh)],
            ["sampler", estimate.sampler],
            ["accepted", acceptedInWords(estimate)],
            ["draws", count(estimate.draws)],
            ["training loss", figure(estimate.trainingLoss)],
            ["seconds", estimate.seconds == null ? "" : figure(estimate.seconds)],
        ]),
        estimate.mark ? element("p", { className: "doubt" }, `⚠ ${estimate.mark}`) : null,
    ];
}

/** The trials that a median rests on, a row each. */
function everyTrial(known) {
    const columns = [
        ["trial", estimate => String(estimate.trial + 1)],
        ["mean loss", estimate => (estimate.mark ? "⚠ " : "") + figure(estimate.mean)],
        ["95 % interval", estimate => interval(estimate.low, estimate.high)],
        ["p", estimate => (estimate.probability == null ? "" : figure(estimate.probability))],
        ["accepted", acceptedInWords],
        ["sampler", estimate => estimate.sampler ?? ""],
        ["training loss", estimate => (estimate.trainingLoss == null ? "" : figure(estimate.trainingLoss))],
    ].filter(([, text]) => known.some(estimate => text(estimate) !== ""));
    const rows = known.slice(0, MOST_TRIALS).map(estimate => tableRow("td", columns.map(([, text]) => text(estimate))));
    const reasons = [...new Set(known.map(estimate => estimate.mark).filter(Boolean))];
    return [
        element("table", {}, element("thead", {}, tableRow("th", columns.map(([name]) => name))), element("tbody", {}, ...rows)),
        known.length > MOST_TRIALS ? element("p", {}, `and ${known.length - MOST_TRIALS} more trials`) : null,
        ...reasons.slice(0, 3).map(reason => element("p", { className: "doubt" }, `⚠ ${reason}`)),
        reasons.length > 3 ? element("p", { className: "doubt" }, `⚠ and ${reasons.length - 3} more reasons`) : null,
    ];
}

/** A number of a method at a place, and what it rests on. */
function details(title, place, number, known, quantity, trial) {
    const spread = trial === null
        ? `median of ${number.of}${number.of > 1 ? `, quartiles ${interval(number.low, number.high)}` : ""}`
        : interval(number.low, number.high) && `95 % interval ${interval(number.low, number.high)}`;
    return [
        element("strong", {}, `${title} at ${place}`),
        element("p", {}, `${quantity.name} `, element("b", {}, figure(number.value)), spread ? `, ${spread}` : ""),
        ...(known.length === 1 ? oneEstimate(known[0]) : everyTrial(known)),
    ].filter(Boolean);
}
