package org.guesscheck.gnc.report;

import java.util.Locale;

/** Numbers as text for a reader: four digits, and an empty text for NaN. */
final class Figures {
    private Figures() {}

    static String of(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        boolean small = value != 0 && Math.abs(value) < 1e-3;
        return String.format(Locale.ROOT, small ? "%.3e" : "%.4g", value)
                .replaceFirst("e([+-])0?", "e$1")
                .replace("e+", "e");
    }

    /** All digits of a setting. */
    static String setting(double value) {
        return Double.toString(value).replace("E", "e").replaceFirst("\\.0(e|$)", "$1");
    }

    static String interval(double low, double high) {
        return Double.isFinite(low) && Double.isFinite(high) ? of(low) + " to " + of(high) : "";
    }

    /** A whole number with spaces between thousands. */
    static String count(double value) {
        return Double.isFinite(value)
                ? String.format(Locale.ROOT, "%,.0f", value).replace(',', '\u202f')
                : "";
    }

    static String seconds(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value) : "";
    }
}
