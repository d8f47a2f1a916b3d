package org.guesscheck.core.descent;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
import org.guesscheck.core.problem.Measurements;

/** The gradient of the training loss in the predicted matrix, at observed entries alone or by two matrix-vector products. */
final class LargeResiduals {
    private final float[] targets;
    private final int entries;
    /** Positions of the observed entries; null for dense measurements. */
    private final int[] positions;
    /** A, count x entries: one dense measurement in each row; null for observed entries. */
    private final MemorySegment matrices;

    private final MemorySegment weighted;

    /** 2 / n * transpose(A) (A vec(W) - y), row by row. */
    final MemorySegment gradient;

    LargeResiduals(Arena arena, Measurements train, int entries) {
        this.entries = entries;
        double[] y = train.targets();
        targets = new float[y.length];
        for (int i = 0; i < y.length; i++) {
            targets[i] = (float) y[i];
        }
        Optional<int[]> observed = train.positions();
        positions = observed.orElse(null);
        matrices = observed.isPresent() ? null : FactorMemory.matrix(arena, y.length, entries);
        weighted = observed.isPresent() ? null : FactorMemory.matrix(arena, y.length, 1);
        gradient = FactorMemory.matrix(arena, entries, 1);
        if (matrices != null) {
            float[] row = new float[entries];
            for (int i = 0; i < y.length; i++) {
                double[] matrix = train.matrix(i);
                for (int e = 0; e < entries; e++) {
                    row[e] = (float) matrix[e];
                }
                FactorMemory.write(row, matrices, i);
            }
        }
    }

    void run(MemorySegment product, TimedMultiplier products) {
        float scale = 2f / targets.length;
        if (positions == null) {
            products.multiplyVector(false, targets.length, entries, matrices, product, weighted);
            for (int i = 0; i < targets.length; i++) {
                float value = scale * (weighted.getAtIndex(ValueLayout.JAVA_FLOAT, i) - targets[i]);
                weighted.setAtIndex(ValueLayout.JAVA_FLOAT, i, value);
            }
            products.multiplyVector(true, targets.length, entries, matrices, weighted, gradient);
            return;
        }
        // All other entries stay zero from the start. An entry may have been measured more than once.
        for (int position : positions) {
            gradient.setAtIndex(ValueLayout.JAVA_FLOAT, position, 0);
        }
        for (int i = 0; i < positions.length; i++) {
            int at = positions[i];
            float residual = product.getAtIndex(ValueLayout.JAVA_FLOAT, at) - targets[i];
            float sum = gradient.getAtIndex(ValueLayout.JAVA_FLOAT, at) + scale * residual;
            gradient.setAtIndex(ValueLayout.JAVA_FLOAT, at, sum);
        }
    }
}
