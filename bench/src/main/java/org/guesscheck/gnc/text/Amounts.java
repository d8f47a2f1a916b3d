package org.guesscheck.gnc.text;

import java.util.Locale;

/** Rates and times with as many figures as people read. */
public final class Amounts {
    private Amounts() {}

    /** A rate with three figures, as counts are written on the command line. */
    public static String rate(double perSecond) {
        return perSecond < 1000
                ? String.format(Locale.ROOT, "%.0f", perSecond)
                : String.format(Locale.ROOT, "%.2e", perSecond).replaceFirst("e\\+0?", "e");
    }

    /** A time in the unit that suits its length. */
    public static String time(double seconds) {
        if (seconds < 100) {
            return String.format(Locale.ROOT, "%.0f s", seconds);
        }
        return seconds < 6000
                ? String.format(Locale.ROOT, "%.0f min", seconds / 60)
                : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
    }
}
