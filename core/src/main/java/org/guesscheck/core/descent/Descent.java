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
 * @param elapsedSeconds wall-clock time of the epochs in seconds; like productSeconds, it differs between equal runs
 * @param products {@link #FIXED_ORDER}, or for a large run what multiplied matrices: its weights' last bits and so its
 *     digest belong to that library, its version, its kernels and its threads
 * @param productSeconds wall-clock time spent in matrix products in seconds; 0 for fixed order, where products are not apart
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
        String products,
        double productSeconds,
        String digest,
        List<LossPoint> history) {
    /**
     * A run has converged if it brought the training loss to this share of the zero matrix's, 1e-3, or below: residuals of 3
     * percent. A stricter share would call fitted runs unfitted, since steps of a constant learning rate of 1e-2 keep the
     * loss at shares of 1e-4 to 3e-4; runs that are stuck stay at shares near 1.
     */
    public static final double CONVERGED_SHARE = 1e-3;

    /** All sums in one order, so that every machine computes the same bits. */
    public static final String FIXED_ORDER = "fixed-order";

    /** Copies the history. */
    public Descent {
        history = List.copyOf(history);
    }
}
