/* The box with the values at the pointer. Screen readers say its text; on a narrow page it stands below the chart. */

function tipBox(home) {
    const box = element("div", { className: "tip", hidden: true });
    box.setAttribute("role", "status");
    home.append(box);

    function fill(content) {
        box.replaceChildren(...content);
        box.hidden = false;
    }

    function moveTo(left, top) {
        box.style.left = `${left}px`;
        box.style.top = `${top}px`;
    }

    /** Shows content beside a place of the home, on the side where there is room. */
    function beside(content, x, y) {
        fill(content);
        const room = home.clientWidth - x - 14;
        const left = box.offsetWidth <= room ? x + 14 : Math.max(0, x - box.offsetWidth - 14);
        moveTo(left, Math.min(y + 14, Math.max(0, home.clientHeight - box.offsetHeight)));
    }

    /** Shows content below an element of the home. */
    function below(content, other) {
        fill(content);
        moveTo(0, other.offsetTop + other.offsetHeight);
    }

    return { beside, below, hide: () => (box.hidden = true) };
}
