package org.guesscheck.gnc.sweep;

import java.util.Locale;
import org.guesscheck.core.descent.Descent;
import org.guesscheck.gnc.journal.DescentRuns;
import org.guesscheck.gnc.journal.Rung;

/** Gradient descent that ended without having fitted the training data, in words. */
public final class Unfitted {
    private Unfitted() {}

    /** What became of the training loss. */
    public static String loss(DescentRuns descent) {
        return Double.isFinite(descent.trainLoss())
                ? String.format(Locale.ROOT, "training loss %.2g", descent.trainLoss())
                : "it diverged";
    }

    /** A sentence without a full stop, about runs of which some did not converge. */
    static String reason(DescentRuns descent) {
        if (descent.runs().size() == 1) {
            return reason(descent.runs().getFirst());
        }
        return String.format(
                Locale.ROOT,
                "%d of %d initializations did not converge; the mean training loss of those that did not diverge is"
                        + " %.3g, and a run counts as converged from %s times the zero matrix's on",
                descent.runs().size() - descent.convergedRuns(),
                descent.runs().size(),
                descent.trainLoss(),
                Descent.CONVERGED_SHARE);
    }

    /** A sentence without a full stop, about a place at which no init scale of a ladder let nearly all runs fit. */
    static String reason(Rung rung) {
        return String.format(
                Locale.ROOT,
                "at no init scale of the ladder did %d%% of the runs end with a training loss below eps; at most %d of"
                        + " %d did, at the scale %s",
                Rung.PERCENT,
                rung.fitting(),
                rung.runs(),
                rung.initScale());
    }

    private static String reason(Descent descent) {
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
