package org.guesscheck.gnc.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/**
 * A plot as an SVG element of a page. Its colours are those of the style sheet, so they follow a light or dark page, and its fonts
 * are the reader's. For one thread.
 */
public final class Plot {
    private static final double WIDTH = 760;
    private static final double HEIGHT = 460;
    private static final double LEFT = 72;
    private static final double RIGHT = 16;
    private static final double TOP = 24;
    private static final double BOTTOM = 52;

    /** Half the size of a label's box. */
    private static final double LABEL_X = 10;

    private static final double LABEL_Y = 6;

    private final String label;
    private final Scale x;
    private final Scale y;
    private final StringBuilder back = new StringBuilder();
    private final StringBuilder front = new StringBuilder();
    private final List<double[]> labels = new ArrayList<>();

    /** A place in the plot. */
    public record At(double x, double y) {}

    /**
     * An empty plot.
     *
     * @param label its description for screen readers
     */
    public Plot(String label, Scale x, Scale y) {
        this.label = label;
        this.x = x;
        this.y = y;
    }

    /** Draws the horizontal axis with its grid. */
    public void horizontal(String title, DoubleFunction<String> text) {
        for (double tick : x.ticks()) {
            double at = px(tick);
            back.append(line("grid", at, TOP, at, HEIGHT - BOTTOM));
            back.append(text("tick", at, HEIGHT - BOTTOM + 18, "middle", "", text.apply(tick)));
        }
        back.append(text("title", (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8, "middle", "", title));
    }

    /** Draws the vertical axis with its grid. */
    public void vertical(String title, DoubleFunction<String> text) {
        for (double tick : y.ticks()) {
            double at = py(tick);
            back.append(line("grid", LEFT, at, WIDTH - RIGHT, at));
            back.append(text("tick", LEFT - 8, at + 4, "end", "", text.apply(tick)));
        }
        String turn = String.format(Locale.ROOT, " transform=\"rotate(-90 16 %.1f)\"", (TOP + HEIGHT - BOTTOM) / 2);
        back.append(text("title", 16, (TOP + HEIGHT - BOTTOM) / 2, "middle", turn, title));
    }

    /** Draws a line through places, in the class of a line such as {@code roof} or {@code line c1}. */
    public void line(String type, List<At> places) {
        StringBuilder points = new StringBuilder();
        for (At place : places) {
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", px(place.x()), py(place.y())));
        }
        back.append("<polyline class=\"")
                .append(type)
                .append("\" points=\"")
                .append(points.toString().strip())
                .append("\"/>\n");
    }

    /** Writes along a line, above it, from a share of the way between its two ends on. */
    public void along(At from, At to, double share, String words) {
        double dx = px(to.x()) - px(from.x());
        double dy = py(to.y()) - py(from.y());
        String turn = String.format(
                Locale.ROOT,
                " transform=\"translate(%.1f %.1f) rotate(%.2f)\"",
                px(from.x()) + share * dx,
                py(from.y()) + share * dy,
                Math.toDegrees(Math.atan2(dy, dx)));
        front.append(text("note", 6, -5, "start", turn, words));
    }

    /** Draws a mark. */
    public void mark(Mark mark, At place, String title) {
        front.append(mark.svg(px(place.x()), py(place.y()), title));
    }

    /** Writes a short label above a mark, further up where other labels are. */
    public void label(At place, String words) {
        double atX = px(place.x());
        double atY = py(place.y()) - 14;
        boolean moved = true;
        while (moved) {
            moved = false;
            for (double[] other : labels) {
                if (Math.abs(other[0] - atX) < 2 * LABEL_X && Math.abs(other[1] - atY) < 2 * LABEL_Y) {
                    atY = other[1] - 2 * LABEL_Y;
                    moved = true;
                }
            }
        }
        labels.add(new double[] {atX, atY});
        front.append(text("label", atX, atY + 4, "middle", "", words));
    }

    private double px(double value) {
        return LEFT + x.at(value) * (WIDTH - LEFT - RIGHT);
    }

    private double py(double value) {
        return HEIGHT - BOTTOM - y.at(value) * (HEIGHT - TOP - BOTTOM);
    }

    private static String line(String type, double x1, double y1, double x2, double y2) {
        return String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>\n",
                type,
                x1,
                y1,
                x2,
                y2);
    }

    private static String text(String type, double x, double y, String anchor, String more, String words) {
        return String.format(
                Locale.ROOT,
                "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\"%s>%s</text>\n",
                type,
                x,
                y,
                anchor,
                more,
                Html.escape(words));
    }

    /** The element. */
    public String svg() {
        return new Html()
                .add(
                        "<svg class=\"plot\" viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{}\">\n",
                        (int) WIDTH,
                        (int) HEIGHT,
                        label)
                .raw(back.toString())
                .raw(front.toString())
                .raw("</svg>\n")
                .toString();
    }
}
