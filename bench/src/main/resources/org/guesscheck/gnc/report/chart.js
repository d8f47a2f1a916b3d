/* The chart of some curves: uPlot draws axes and lines; bars, marks and the choice of a point are here. */

const FONT = "12px system-ui, sans-serif";
const HEIGHT = 400;
const EVEN = 0, LINEAR = 1, LOGARITHMIC = 2;

/** The room beyond the outermost bars: a share of a linear axis, a share of the decades of a logarithmic one. */
const MARGIN = 0.06;

function range(values, logarithmic) {
    if (values.length === 0) {
        return [1, 10];
    }
    const [low, high] = [Math.min(...values), Math.max(...values)];
    if (logarithmic) {
        const room = low === high ? 0.3 : MARGIN * Math.log10(high / low);
        return [low / 10 ** room, high * 10 ** room];
    }
    const room = low === high ? Math.abs(low) / 2 || 1 : MARGIN * (high - low);
    return [low >= 0 && low < high / 3 ? Math.min(0, low) : low - room, high + room];
}

/** The range of the vertical axis: a baseline is inside if that makes it no more than half longer. */
function reach(curves, logarithmic) {
    const at = logarithmic ? Math.log : value => value;
    let [low, high] = range(reached(curves), logarithmic);
    const most = 0.5 * (at(high) - at(low));
    for (const value of curves.filter(curve => curve.thin).flatMap(curve => curve.points.map(point => point.value))) {
        if (value > high && at(value) - at(high) < most || value < low && at(low) - at(value) < most) {
            [low, high] = range([low, high, value], logarithmic);
        }
    }
    return [low, high];
}

/** Where a curve is that the axis does not reach; empty if a part of it is on the chart. */
function outside(curve, [low, high]) {
    const values = curve.points.map(point => point.value);
    return values.every(value => value < low) ? "↓" : values.every(value => value > high) ? "↑" : "";
}

/** Whether some values have logarithms. */
function positive(values) {
    return values.every(value => value > 0);
}

function extent(point) {
    return [point.low ?? point.value, point.value, point.high ?? point.value];
}

/** The values that an axis has to reach: those of the marked curves. A baseline far away does not press them together. */
function reached(curves) {
    const marked = curves.filter(curve => !curve.thin);
    return (marked.length > 0 ? marked : curves).flatMap(curve => curve.points.flatMap(extent));
}

/**
 * A chart in an element of the page.
 *
 * @param labels names of both axes
 * @param scales how each axis is divided
 * @param onPoint told the curve, the point and its place in the element, or nothing where no point is near
 */
function chart(home, curves, labels, scales, onPoint) {
    const xs = [...new Set(curves.flatMap(curve => curve.points.map(point => point.x)))].sort((a, b) => a - b);
    const even = scales.x === EVEN;
    const at = x => (even ? xs.indexOf(x) : x);
    const data = [xs.map(at), ...curves.map(curve => {
        const values = new Map(curve.points.map(point => [point.x, point.value]));
        const drawable = value => scales.y !== LOGARITHMIC || value > 0;
        return xs.map(x => (drawable(values.get(x)) ? values.get(x) : null) ?? null);
    })];
    const ranges = {
        x: even && xs.length > 0 ? [-0.4, xs.length - 0.6] : range(xs, scales.x === LOGARITHMIC),
        y: reach(curves, scales.y === LOGARITHMIC),
    };

    function axis(side, key, label, size) {
        const horizontal = side === 2;
        const logarithmic = scales[key] === LOGARITHMIC;
        const ticks = (low, high, length) => {
            const most = Math.max(2, Math.floor(length / (horizontal ? 70 : 45)));
            if (horizontal && even) {
                return xs.map((x, i) => i).filter(i => i >= low && i <= high);
            }
            return logarithmic ? logarithmicTicks(low, high, most) : linearTicks(low, high, most);
        };
        const text = value => short(horizontal && even ? xs[value] : value);
        return {
            side, scale: key, label, size, labelSize: 24, font: FONT, labelFont: FONT, labelGap: 0,
            stroke: () => color("--ink"),
            grid: { stroke: () => color("--line"), width: 1, show: !(horizontal && even) },
            ticks: { stroke: () => color("--line"), width: 1, size: 5 },
            filter: (plot, splits) => splits,
            splits: (plot, index, low, high) => ticks(low, high, horizontal ? plot.width : plot.height),
            values: (plot, values) => {
                const labels = values.map(text);
                return horizontal
                    ? sparse(labels, values.map(value => plot.valToPos(value, key)), label => 8 + 7 * label.length)
                    : labels;
            },
        };
    }

    const drawn = plot => curves.flatMap(curve => curve.points.map(point => ({
        curve, point, x: plot.valToPos(at(point.x), "x", true), y: plot.valToPos(point.value, "y", true),
    })));

    function drawBar(canvas, plot, { curve, point, x }, scale) {
        if (point.low == null || point.high == null || point.low === point.high) {
            return;
        }
        const [low, high] = [point.low, point.high].map(value => plot.valToPos(value, "y", true));
        const cap = 3.5 * scale;
        canvas.strokeStyle = color(curve.color);
        canvas.lineWidth = 1.2 * scale;
        canvas.beginPath();
        for (const [fromX, fromY, toX, toY] of [[x, low, x, high], [x - cap, low, x + cap, low], [x - cap, high, x + cap, high]]) {
            canvas.moveTo(fromX, fromY);
            canvas.lineTo(toX, toY);
        }
        canvas.stroke();
    }

    function drawPoints(plot) {
        const canvas = plot.ctx;
        const scale = devicePixelRatio;
        canvas.save();
        canvas.beginPath();
        canvas.rect(plot.bbox.left, plot.bbox.top, plot.bbox.width, plot.bbox.height);
        canvas.clip();
        canvas.setLineDash([]);
        const shown = drawn(plot).filter(({ curve }) => !curve.thin);
        shown.forEach(placed => drawBar(canvas, plot, placed, scale));
        shown.forEach(({ curve, point, x, y }) => drawMark(canvas, curve.form, x, y, scale, color(curve.color), point.marked));
        canvas.restore();
    }

    /** The nearest point, where one is near; of a baseline only where no other is as near. */
    function nearest(plot) {
        const { left, top } = plot.cursor;
        if (left < 0) {
            return null;
        }
        const distances = drawn(plot).map(placed => {
            const [x, y] = [placed.x - plot.bbox.left, placed.y - plot.bbox.top].map(pixels => pixels / devicePixelRatio);
            return { ...placed, left: x, top: y, distance: Math.hypot(x - left, y - top) + (placed.curve.thin ? 6 : 0) };
        });
        const best = distances.reduce((a, b) => (b.distance < a.distance ? b : a), { distance: 40 });
        return best.curve ? best : null;
    }

    function tell(plot) {
        const found = nearest(plot);
        const [left, top] = [plot.over.offsetLeft, plot.over.offsetTop];
        onPoint(found && { ...found, left: found.left + left, top: found.top + top });
    }

    const plot = new uPlot({
        width: home.clientWidth, height: HEIGHT, legend: { show: false },
        scales: {
            x: { time: false, distr: scales.x === LOGARITHMIC ? 3 : 1, range: () => ranges.x },
            y: { distr: scales.y === LOGARITHMIC ? 3 : 1, range: () => ranges.y },
        },
        series: [{}, ...curves.map(curve => ({
            label: curve.name, stroke: () => color(curve.color), width: curve.thin ? 1.2 : 2, dash: curve.dash,
            spanGaps: true, points: { show: false },
        }))],
        axes: [axis(2, "x", labels.x, 34), axis(3, "y", labels.y, 60)],
        cursor: { y: false, points: { show: false }, drag: { x: false, y: false } },
        hooks: { draw: [drawPoints], setCursor: [tell] },
    }, data, home);

    /** Moves the cursor to a point, as the pointer would. */
    function goTo(curve, point) {
        plot.setCursor({ left: plot.valToPos(at(point.x), "x"), top: plot.valToPos(point.value, "y") });
    }

    return { plot, goTo, outside: curve => outside(curve, ranges.y) };
}
