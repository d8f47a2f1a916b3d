/* Median and quartiles, with linear interpolation between order statistics. */

function quantile(sorted, share) {
    const position = share * (sorted.length - 1);
    const below = Math.floor(position);
    const above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
}

/** Of the numbers that are there; null where there is none. */
function quartiles(values) {
    const sorted = values.filter(value => value != null).sort((a, b) => a - b);
    return sorted.length === 0
        ? null
        : { value: quantile(sorted, 0.5), low: quantile(sorted, 0.25), high: quantile(sorted, 0.75), of: sorted.length };
}
