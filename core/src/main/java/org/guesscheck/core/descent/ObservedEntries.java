package org.guesscheck.core.descent;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.guesscheck.core.matrix.SparseMatrix;

/** Observed entries in order, each once: one that was measured more than once counts so often, with the mean of its targets. */
final class ObservedEntries {
    private final SparseMatrix places;
    private final float[] targets;
    /** 2 / n times how often each entry was measured. */
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

    /** Where they are. */
    SparseMatrix places() {
        return places;
    }

    /** In place of the predicted entries, the gradient of the training loss in them. */
    void differentiate(MemorySegment values) {
        for (int e = 0; e < targets.length; e++) {
            float residual = values.getAtIndex(ValueLayout.JAVA_FLOAT, e) - targets[e];
            values.setAtIndex(ValueLayout.JAVA_FLOAT, e, weights[e] * residual);
        }
    }
}
