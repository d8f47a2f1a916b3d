package org.guesscheck.gnc.sweep;

import java.util.Locale;
import org.guesscheck.core.descent.Descent;

/** Gradient descent that ended without having fitted the training data, in words. */
public final class Unfitted {
    private Unfitted() {}

    /** What became of the training loss. */
    public static String loss(Descent descent) {
        return Double.isFinite(descent.end().trainLoss())
                ? String.format(Locale.ROOT, "training loss %.2g", descent.end().trainLoss())
                : "it diverged";
    }

    /** A sentence without a full stop. */
    static String reason(Descent descent) {
        return Double.isFinite(descent.end().trainLoss())
                ? String.format(
                        Locale.ROOT,
                        "after %d epochs the training loss is %.3g; it counts as converged from %s times the zero"
                                + " matrix's on",
                        descent.end().epoch(),
                        descent.end().trainLoss(),
                        Descent.CONVERGED_SHARE)
                : "it diverged: after " + descent.end().epoch() + " epochs its training loss is no number";
    }
}
