/* The box with the values at the pointer. Screen readers say its text; on a narrow page it stands below the chart. */

function tipBox(home) {
    const box = element("div", { className: "tip", hidden: true });
    box.setAttribute("role", "status");
    home.append(box);

    /** Shows content beside a place of the home, on the side where there is room. */
    function show(content, x, y) {
        box.replaceChildren(...content);
        box.hidden = false;
        const room = home.clientWidth - x - 14;
        const left = box.offsetWidth <= room ? x + 14 : Math.max(0, x - box.offsetWidth - 14);
        const top = Math.min(y + 14, Math.max(0, home.clientHeight - box.offsetHeight));
        box.style.left = `${left}px`;
        box.style.top = `${top}px`;
    }

    return { show, hide: () => (box.hidden = true) };
}
