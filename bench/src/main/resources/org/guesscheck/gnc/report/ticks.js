/* Ticks of axes. */

/** Multiples of 1, 2 or 5 times a power of ten. */
function linearTicks(low, high, most) {
    const rough = (high - low) / most;
    const power = 10 ** Math.floor(Math.log10(rough));
    const step = power * [1, 2, 5, 10].find(factor => factor * power >= rough * (1 - 1e-9));
    const ticks = [];
    for (let i = Math.ceil(low / step - 1e-9); i * step <= high + 1e-9 * step; i++) {
        ticks.push(i * step);
    }
    return ticks;
}

/** The finest of some divisions of decades that has not too many ticks; within a small part of a decade, even steps. */
function logarithmicTicks(low, high, most) {
    const inside = digits => {
        const ticks = [];
        for (let power = Math.floor(Math.log10(low)); 10 ** power <= high; power++) {
            ticks.push(...digits.map(digit => digit * 10 ** power));
        }
        return ticks.filter(tick => tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9));
    };
    const divisions = [[1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 5], [1, 3], [1]].map(inside);
    const fit = divisions.find(ticks => ticks.length <= most);
    if (!fit) {
        const stride = Math.ceil(divisions.at(-1).length / most);
        return divisions.at(-1).filter((tick, i) => i % stride === 0);
    }
    return fit.length >= 3 ? fit : linearTicks(low, high, most);
}

/** Labels of ticks; one that would run into the one before is left out. */
function sparse(labels, positions, room) {
    let end = -Infinity;
    return labels.map((label, i) => {
        const half = room(label) / 2;
        if (positions[i] - half < end) {
            return null;
        }
        end = positions[i] + half;
        return label;
    });
}
