package org.guesscheck.gnc.options;

import java.util.Locale;
import org.guesscheck.core.data.Fit;
import org.guesscheck.core.data.SampleLoss;
import org.guesscheck.gnc.text.InputException;

/** What networks have to do with training samples, as text. */
final class FitOption {
    private static final String NAME = "--fit";
    private static final String MARGIN = "margin";

    private FitOption() {}

    /**
     * Reads it.
     *
     * @param text right, or a kind, a colon and its bound
     * @throws InputException if it is another
     */
    static Fit parse(String text) {
        if (text.equals("right")) {
            return Fit.RIGHT;
        }
        String[] parts = text.split(":", 2);
        if (parts.length == 1 || !parts[0].equals(MARGIN) && !LearningDescentOptions.LOSSES.contains(parts[0])) {
            throw refused(text, "right, margin:M, logistic:X, square:X and hinge:X are allowed");
        }
        double bound = number(text, parts[1]);
        try {
            return parts[0].equals(MARGIN)
                    ? Fit.margin(bound)
                    : Fit.loss(SampleLoss.valueOf(parts[0].toUpperCase(Locale.ROOT)), bound);
        } catch (IllegalArgumentException e) {
            throw refused(
                    text,
                    parts[0].equals(MARGIN)
                            ? "0 or a larger finite number is allowed behind the colon"
                            : "a finite number above 0 is allowed behind the colon");
        }
    }

    private static double number(String text, String number) {
        try {
            return Double.parseDouble(number);
        } catch (NumberFormatException e) {
            throw refused(text, "a number is needed behind the colon");
        }
    }

    private static InputException refused(String text, String allowed) {
        return new InputException(NAME + " " + text + ": " + allowed);
    }
}
