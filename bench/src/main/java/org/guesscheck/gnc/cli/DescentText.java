package org.guesscheck.gnc.cli;

import java.util.Locale;
import java.util.OptionalDouble;
import org.guesscheck.core.descent.Descent;
import org.guesscheck.gnc.json.Numeral;

/** The outcome of one run of gradient descent for people. */
final class DescentText {
    private DescentText() {}

    /**
     * The text.
     *
     * @param stopAt the training loss below which the run was to end; empty for none
     * @param reached whether it was below
     */
    static String of(Descent d, OptionalDouble stopAt, boolean reached) {
        return String.format(
                Locale.ROOT,
                "%d epochs in %.2f s: %s%ndigest %s",
                d.end().epoch(),
                d.execution().seconds(),
                diverged(d)
                        ? "diverged, a loss is not finite; a lower learning rate or initial scale may help"
                        : losses(d) + remark(d, stopAt, reached),
                d.digest());
    }

    private static boolean diverged(Descent d) {
        return !Double.isFinite(d.end().trainLoss()) || !Double.isFinite(d.end().generalizationLoss());
    }

    private static String losses(Descent d) {
        return String.format(
                Locale.ROOT,
                "training loss %.5g, generalization loss %.5g",
                d.end().trainLoss(),
                d.end().generalizationLoss());
    }

    private static String remark(Descent d, OptionalDouble stopAt, boolean reached) {
        if (stopAt.isPresent()) {
            String loss = Numeral.text(stopAt.getAsDouble());
            String below = d.end().epoch() == 0
                    ? "; no step was taken, since the training loss was below " + loss + " at the start"
                    : "; the first training loss below " + loss;
            return reached ? below : " (did not reach a training loss below " + loss + ")";
        }
        return d.converged() ? "" : " (not converged: the training loss is above 0.1% of the zero matrix's)";
    }
}
