/* Numbers as text for a reader, as the tables have them. */

/** Four digits. */
function figure(value) {
    if (value == null) {
        return "–";
    }
    const small = value !== 0 && Math.abs(value) < 1e-3;
    return (small ? value.toExponential(3) : value.toPrecision(4)).replace("e+", "e");
}

function interval(low, high) {
    return low == null || high == null ? "" : `${figure(low)} to ${figure(high)}`;
}

/** A whole number with spaces between thousands. */
function count(value) {
    return value == null ? "" : String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, "\u202f");
}

/** A number beside an axis: whole numbers whole, others as short as they can be. */
function short(value) {
    const size = Math.abs(value);
    if (size !== 0 && (size < 1e-3 || size >= 1e6)) {
        return value.toExponential(2).replace(/\.?0+e/, "e").replace("e+", "e");
    }
    return String(Number.isInteger(value) ? value : Number(value.toPrecision(4)));
}
