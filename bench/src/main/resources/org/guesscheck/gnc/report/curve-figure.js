/* A figure with curves: its choices above, the chart, its legend below. */

/** Above this ratio between the ends of its range, a linear axis hides the small numbers. */
const FAR = 30;

function curveFigure(panels, parts) {
    const learning = isLearning(panels[0]);
    const quantities = quantitiesOf(panels[0]).filter(quantity => curves(panels, quantity, null).length > 0);
    const state = { quantity: quantities[0], trial: learning ? 0 : null,
        x: learning || panels[0].figure === "ratio" ? LOGARITHMIC : EVEN, y: null };
    const hidden = new Set(curves(panels, LOSS, null).filter(curve => !curve.shown).map(curve => curve.key));
    const box = tipBox(parts.home);
    let drawn = null;
    let visible = [];

    function onPoint(found) {
        if (!found) {
            box.hide();
            return;
        }
        const { curve, point } = found;
        box.beside(details(curve.name, point.place, point, point.known, state.quantity, state.trial), found.left, found.top);
    }

    /** How the axes are divided, which the lists of choices show: as was chosen, where the numbers have logarithms. */
    function scalesNow() {
        const values = reached(visible);
        const xs = visible.flatMap(curve => curve.points.map(point => point.x));
        const far = Math.max(...values) > FAR * Math.min(...values);
        const x = state.x === LOGARITHMIC && !positive(xs) ? LINEAR : state.x;
        const y = positive(values) && (state.y ?? (far ? LOGARITHMIC : LINEAR)) === LOGARITHMIC ? LOGARITHMIC : LINEAR;
        const [across, up] = [parts.xChoice, parts.yChoice].map(label => label.lastElementChild);
        across.options[LOGARITHMIC].disabled = !positive(xs);
        up.options[LOGARITHMIC - 1].disabled = !positive(values);
        across.value = x;
        up.value = y - 1;
        return { x, y };
    }

    function render() {
        const all = curves(panels, state.quantity, state.trial);
        visible = all.filter(curve => !hidden.has(curve.key));
        const scales = scalesNow();
        drawn?.plot.destroy();
        box.hide();
        parts.home.dataset.scales = `${["even", "linear", "logarithmic"][scales.x]} ${["", "linear", "logarithmic"][scales.y]}`;
        drawn = chart(parts.home, visible, { x: acrossLabel(panels[0]), y: state.quantity.name }, scales, onPoint);
        parts.legend.replaceWith(parts.legend = legend(all, hidden, drawn.outside, redraw));
    }

    function set(changes) {
        Object.assign(state, changes);
        render();
    }

    /** After a click in the legend, which keeps the keyboard where it is. */
    function redraw() {
        const at = [...parts.legend.querySelectorAll("button")].indexOf(document.activeElement);
        render();
        parts.legend.querySelectorAll("button")[at]?.focus();
    }

    parts.xChoice = choice("across", ["even steps", "linear", "logarithmic"], 0, chosen => set({ x: chosen }));
    parts.yChoice = choice("up", ["linear", "logarithmic"], 0, chosen => set({ y: chosen + 1 }));
    parts.controls.append(...[
        choice("Show", quantities.map(quantity => quantity.name), 0, chosen => set({ quantity: quantities[chosen] })),
        trialChoice(panels, set), parts.xChoice, parts.yChoice].filter(Boolean));
    parts.legend = parts.home.parentElement.insertBefore(element("ul", {}), parts.home.nextSibling);
    parts.home.tabIndex = 0;
    pointKeys(parts.home, () => visible, (curve, point) => drawn.goTo(curve, point), box.hide);
    render();
    new ResizeObserver(() => {
        if (drawn.plot.width !== parts.home.clientWidth && parts.home.clientWidth > 0) {
            drawn.plot.setSize({ width: parts.home.clientWidth, height: HEIGHT });
        }
    }).observe(parts.home);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", render);
}
