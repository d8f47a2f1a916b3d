package org.guesscheck.core.descent;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.guesscheck.core.matrix.SparseMatrix;

/**
 * Observed entries in rising order, each once. An entry that was measured c times has the weight c and the mean of its targets: the
 * gradient is the same.
 */
final class ObservedEntries {
    private final SparseMatrix places;
    private final float[] targets;
    /** 2 c / n for an entry that was measured c times of all n measurements. */
    private final float[] weights;

    ObservedEntries(int rows, int cols, int[] positions, double[] targets) {
        int[] sorted = positions.clone();
        Arrays.sort(sorted);
        int[] distinct = Arrays.stream(sorted).distinct().toArray();
        double[] sums = new double[distinct.length];
        int[] counts = new int[distinct.length];
        for (int i = 0; i < positions.length; i++) {
            int e = Arrays.binarySearch(distinct, positions[i]);
            sums[e] += targets[i];
            counts[e]++;
        }
        places = SparseMatrix.of(rows, cols, distinct);
        this.targets = new float[distinct.length];
        weights = new float[distinct.length];
        for (int e = 0; e < distinct.length; e++) {
            this.targets[e] = (float) (sums[e] / counts[e]);
            weights[e] = 2f / positions.length * counts[e];
        }
    }

    /** Places of the observed entries. */
    SparseMatrix places() {
        return places;
    }

    /** Replaces the predicted entries by the gradient of the training loss in them. */
    void differentiate(MemorySegment values) {
        for (int e = 0; e < targets.length; e++) {
            float residual = values.getAtIndex(ValueLayout.JAVA_FLOAT, e) - targets[e];
            values.setAtIndex(ValueLayout.JAVA_FLOAT, e, weights[e] * residual);
        }
    }
}
