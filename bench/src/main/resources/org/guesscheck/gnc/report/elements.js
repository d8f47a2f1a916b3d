/* Elements of the page. Text that comes from files is only ever put into text nodes. */

function element(name, properties, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children.filter(child => child != null));
    return made;
}

/** A labelled list of choices. */
function choice(label, choices, chosen, onChange) {
    const select = element("select", {}, ...choices.map((name, i) => new Option(name, i, false, i === chosen)));
    select.addEventListener("change", () => onChange(Number(select.value)));
    return element("label", {}, `${label} `, select);
}

/** A button that is pressed or not. */
function toggle(content, pressed, onChange) {
    const button = element("button", { type: "button" }, ...content);
    button.setAttribute("aria-pressed", pressed);
    button.addEventListener("click", () => {
        const now = button.getAttribute("aria-pressed") !== "true";
        button.setAttribute("aria-pressed", now);
        onChange(now);
    });
    return button;
}

function tableRow(kind, texts) {
    return element("tr", {}, ...texts.map(text => element(kind, {}, text)));
}
