package org.guesscheck.gnc.page;

import java.util.Locale;

/**
 * A mark of a plot. Its form and its colour tell its series, so that colour alone need not.
 *
 * @param series number of the series
 * @param hollow whether only its outline is drawn
 */
public record Mark(int series, boolean hollow) {
    /** Series with a colour and a form of their own. */
    public static final int SERIES = 8;

    /** Outlines around the origin, one for each series. */
    private static final String[] FORMS = {
        "M-5 0A5 5 0 1 0 5 0A5 5 0 1 0 -5 0Z",
        "M-4.5 -4.5H4.5V4.5H-4.5Z",
        "M0 -6L6 0L0 6L-6 0Z",
        "M0 -6L5.5 4.5H-5.5Z",
        "M0 6L5.5 -4.5H-5.5Z",
        "M-2 -6H2V-2H6V2H2V6H-2V2H-6V-2H-2Z",
        "M-3 -6H3V6H-3Z",
        "M-6 -3H6V3H-6Z"
    };

    /** Refuses a series without a form. */
    public Mark {
        if (series < 0 || series >= SERIES) {
            throw new IllegalArgumentException("series " + series + "; 0 to " + (SERIES - 1) + " are allowed");
        }
    }

    /** An element of an SVG picture, with a title that appears at the pointer. */
    String svg(double x, double y, String title) {
        return String.format(
                Locale.ROOT,
                "<path class=\"mark c%d%s\" transform=\"translate(%.1f %.1f)\" d=\"%s\"><title>%s</title></path>\n",
                series,
                hollow ? " hollow" : "",
                x,
                y,
                FORMS[series],
                Html.escape(title));
    }

    /** A small picture of the mark, for a legend. */
    public String icon() {
        return "<svg class=\"icon\" viewBox=\"-8 -8 16 16\" aria-hidden=\"true\"><path class=\"mark c" + series
                + (hollow ? " hollow" : "") + "\" d=\"" + FORMS[series] + "\"/></svg>";
    }
}
