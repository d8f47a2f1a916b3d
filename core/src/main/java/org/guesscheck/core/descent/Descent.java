package org.guesscheck.core.descent;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The outcome of one run of gradient descent.
 *
 * @param end steps taken, and the losses of the final weights; these are not finite if the run diverged
 * @param converged whether the final training loss is at most {@link #CONVERGED_SHARE} times the zero matrix's; false
 *     for a run that diverged
 * @param execution the library that multiplied, and times
 * @param digest "sha256:" and the hexadecimal SHA-256 of the final weights' float bits, big-endian, the factors in order and
 *     each row by row
 * @param history losses in order of epoch, empty unless asked for; immutable
 * @param predicted the predicted matrix of the final weights, row by row, not to be changed; empty where it was left out
 */
public record Descent(
        LossPoint end,
        boolean converged,
        DescentExecution execution,
        String digest,
        List<LossPoint> history,
        float[] predicted) {
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
        Objects.requireNonNull(predicted, "predicted");
    }

    /**
     * The outcome without the predicted matrix, for programs that keep many outcomes.
     *
     * @return a changed copy
     */
    public Descent withoutPredicted() {
        return new Descent(end, converged, execution, digest, history, new float[0]);
    }

    /**
     * Compares all components, the predicted matrix entry by entry.
     *
     * @param other anything
     * @return whether it is an equal outcome
     */
    @Override
    public boolean equals(Object other) {
        return other instanceof Descent d
                && end.equals(d.end)
                && converged == d.converged
                && execution.equals(d.execution)
                && digest.equals(d.digest)
                && history.equals(d.history)
                && Arrays.equals(predicted, d.predicted);
    }

    /**
     * A hash code that fits {@link #equals}.
     *
     * @return the hash code
     */
    @Override
    public int hashCode() {
        return Objects.hash(end, execution, digest);
    }
}
