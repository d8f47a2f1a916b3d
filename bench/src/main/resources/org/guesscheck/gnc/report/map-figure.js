/* A figure with maps, side by side and in the same colours, and its choices above. */

function mapFigure(panels, parts) {
    const kinds = mapped(panels[0]).map(kind => kind.name);
    const state = { kind: 0, trial: null, logarithmic: null };
    const box = tipBox(parts.home);
    const maps = element("div", { className: "maps" });
    parts.home.prepend(maps);

    function onCell(panel, kind, number) {
        const estimates = panel.methods.find(method => method.key === GUESS).estimates[number.index];
        const title = `guess and check${panel.name && ", "}${panel.name}`;
        box.below(details(title, placeInWords(panel, number.place), number, behind(estimates, state.trial), kind, state.trial), maps);
    }

    function render() {
        const shown = panels
            .map(panel => ({ panel, kind: mapped(panel).find(kind => kind.name === kinds[state.kind]) }))
            .filter(({ kind }) => kind)
            .map(one => ({ ...one, numbers: mapNumbers(one.panel, one.kind, state.trial) }));
        const values = shown.flatMap(one => one.numbers).filter(Boolean).map(number => number.value);
        const aroundOne = Boolean(shown[0].kind.aroundOne);
        const anchors = aroundOne ? AROUND_ONE : RISING;
        const far = positive(values) && Math.max(...values) > 10 * Math.min(...values);
        const logarithmic = positive(values) && (state.logarithmic ?? far);
        const select = parts.colorChoice.lastElementChild;
        select.options[1].disabled = !positive(values);
        select.disabled = aroundOne;
        select.value = logarithmic || aroundOne ? 1 : 0;
        const scale = shares(values, logarithmic, aroundOne);
        box.hide();
        maps.replaceChildren(...shown.map(({ panel, kind, numbers }) =>
            map(panel, numbers, scale, anchors, number => onCell(panel, kind, number))), colorKey(scale, anchors));
    }

    function set(changes) {
        Object.assign(state, changes);
        render();
    }

    parts.colorChoice = choice("colours", ["linear", "logarithmic"], 0, chosen => set({ logarithmic: chosen === 1 }));
    parts.controls.append(...[choice("Show", kinds, 0, chosen => set({ kind: chosen })),
        trialChoice(panels, set), parts.colorChoice].filter(Boolean));
    maps.addEventListener("pointerleave", box.hide);
    maps.addEventListener("keydown", event => event.key === "Escape" && box.hide());
    render();
}
