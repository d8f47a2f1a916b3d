package org.guesscheck.gnc.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers with three digits that fit a cell of a map: 0.0354, 12.3, 4.1e-6. */
public final class ShortNumber {
    private static final MathContext THREE_DIGITS = new MathContext(3);
    private static final double LEAST_PLAIN = 1e-3;
    private static final double MOST_PLAIN = 1e4;

    private ShortNumber() {}

    /** The text of a finite number. */
    public static String text(double value) {
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        if (size >= LEAST_PLAIN && size < MOST_PLAIN) {
            BigDecimal rounded = new BigDecimal(value).round(THREE_DIGITS);
            int whole = rounded.precision() - rounded.scale();
            return rounded.setScale(Math.max(0, THREE_DIGITS.getPrecision() - whole))
                    .toPlainString();
        }
        return String.format(Locale.ROOT, "%.1e", value)
                .replaceFirst("e([+-])0?", "e$1")
                .replace("e+", "e");
    }
}
