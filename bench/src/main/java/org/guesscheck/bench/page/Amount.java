package org.guesscheck.bench.page;

import java.util.Locale;
import org.guesscheck.bench.suite.MeasuredText;

/** Numbers as text for a reader. */
final class Amount {
    private Amount() {}

    /** A rate with a metric prefix and its unit. */
    static String rate(double value, String unit) {
        return MeasuredText.scaled(value) + unit;
    }

    /** A size as powers of 1024. */
    static String size(double bytes) {
        double kib = bytes / 1024;
        return kib < 1024
                ? String.format(Locale.ROOT, "%.0f KiB", kib)
                : String.format(Locale.ROOT, kib < 10 * 1024 ? "%.1f MiB" : "%.0f MiB", kib / 1024);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, share < 0.0995 ? "%.1f %%" : "%.0f %%", 100 * share);
    }

    /** Up to three digits. */
    static String number(double value) {
        String text = String.format(Locale.ROOT, value >= 99.5 ? "%.0f" : value >= 9.95 ? "%.1f" : "%.2f", value);
        return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }
}
