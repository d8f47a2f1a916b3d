/* Arrow keys go from point to point of a chart: left and right along a curve, up and down between curves. */

function pointKeys(home, curvesNow, goTo, leave) {
    let curve = 0;
    let point = -1;
    home.addEventListener("keydown", event => {
        const curves = curvesNow();
        if (event.key === "Escape") {
            leave();
            return;
        }
        const along = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
        const between = { ArrowUp: -1, ArrowDown: 1 }[event.key];
        if (curves.length === 0 || (!along && !between)) {
            return;
        }
        event.preventDefault();
        curve = (Math.min(curve, curves.length - 1) + (between ?? 0) + curves.length) % curves.length;
        point = Math.max(0, Math.min(point + (along ?? 0), curves[curve].points.length - 1));
        goTo(curves[curve], curves[curve].points[point]);
    });
    home.addEventListener("blur", leave);
}
