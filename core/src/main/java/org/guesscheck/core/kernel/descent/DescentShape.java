package org.guesscheck.core.kernel.descent;

import java.util.Arrays;
import org.guesscheck.core.network.Activation;

/**
 * What all runs in the lanes of a kernel have in common.
 *
 * @param factors sizes of the network
 * @param activation the function between the factors
 * @param measurements number of training measurements, at least 1
 * @param shared whether all runs have the measurement matrices of the first one; targets may differ even so
 * @param direction the direction of steps
 */
public record DescentShape(
        Factors factors, Activation activation, int measurements, boolean shared, Direction direction) {
    /**
     * Entries of the predicted matrix.
     *
     * @return rows * cols
     */
    public int entries() {
        return factors.rows() * factors.cols();
    }

    /**
     * Weights of one run.
     *
     * @return how many
     */
    public int weights() {
        return factors.storedRows() * factors.rowLength();
    }

    /**
     * Numbers that a kernel keeps for each lane, but for measurement matrices that all lanes share.
     *
     * @return how many, at least
     */
    public long numbersPerLane() {
        long hidden = (factors.depth() - 1L) * factors.rows() * factors.width();
        long matrices = shared ? 0 : (long) measurements * entries();
        return (2L + direction.buffers()) * weights() + hidden + 2L * entries() + matrices;
    }

    /**
     * Checks that a run is of this shape.
     *
     * @param train its measurements
     * @param weights its weights, in the layout of the factors
     * @param before the measurements of an earlier run of the same kernel; null if there was none
     * @return the measurements whose matrices the kernel's runs share
     * @throws IllegalArgumentException if sizes are not those of the shape, or measurements are shared and these are others
     */
    public TrainingData requireFitting(TrainingData train, float[][] weights, TrainingData before) {
        if (train.count() != measurements || train.matrices()[0].length != entries()) {
            throw new IllegalArgumentException("measurements: " + train.count() + " of " + train.matrices()[0].length
                    + " entries; " + measurements + " of " + entries() + " are allowed");
        }
        if (weights.length != factors.storedRows() || weights[0].length != factors.rowLength()) {
            throw new IllegalArgumentException("weights: " + weights.length + " rows of " + weights[0].length + "; "
                    + factors.storedRows() + " of " + factors.rowLength() + " are allowed");
        }
        if (shared && before != null && !Arrays.deepEquals(train.matrices(), before.matrices())) {
            throw new IllegalArgumentException("measurements: other matrices than those of an earlier run are allowed"
                    + " only where runs do not share them");
        }
        return before == null ? train : before;
    }
}
