package org.guesscheck.core.descent;

import java.util.List;

/**
 * The outcome of one run of gradient descent.
 *
 * @param epochs steps taken
 * @param trainLoss training loss of the final weights; not finite if the run diverged
 * @param generalizationLoss generalization loss of the final weights; not finite if the run diverged
 * @param converged whether the final training loss is at most {@link #CONVERGED_SHARE} times the zero matrix's; false
 *     for a run that diverged
 * @param elapsedSeconds wall-clock time of the run in seconds, the only component that differs between equal runs
 * @param digest "sha256:" and the hexadecimal SHA-256 of the final weights' float bits, big-endian, the factors in order and
 *     each row by row
 * @param history losses in order of epoch, empty unless asked for; immutable
 */
public record Descent(
        int epochs,
        double trainLoss,
        double generalizationLoss,
        boolean converged,
        double elapsedSeconds,
        String digest,
        List<LossPoint> history) {
    /**
     * A run has converged if it brought the training loss to this share of the zero matrix's, 1e-3, or below: residuals of 3
     * percent. A stricter share would call fitted runs unfitted, since steps of a constant learning rate of 1e-2 keep the
     * loss at shares of 1e-4 to 3e-4; runs that are stuck stay at shares near 1.
     */
    public static final double CONVERGED_SHARE = 1e-3;

    /** Copies the history. */
    public Descent {
        history = List.copyOf(history);
    }
}
