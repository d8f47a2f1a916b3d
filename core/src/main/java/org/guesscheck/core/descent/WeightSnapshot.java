package org.guesscheck.core.descent;

import java.util.ArrayList;
import java.util.List;
import org.guesscheck.core.kernel.descent.Factors;

/**
 * All weights of a network at one epoch of a run.
 *
 * @param epoch number of steps taken; 0 for the initial weights
 * @param factors W_1 to W_d, each [row][column], not to be changed: rows x width, width x width, ..., width x cols; for depth 1 one
 *     of rows x cols
 */
public record WeightSnapshot(int epoch, List<float[][]> factors) {
    /** Copies the list. */
    public WeightSnapshot {
        factors = List.copyOf(factors);
    }

    static WeightSnapshot of(int epoch, Factors factors, WeightSource weights) {
        List<float[][]> all = new ArrayList<>();
        for (int f = 0; f < factors.depth(); f++) {
            float[][] factor = new float[factors.rowsOf(f)][factors.colsOf(f)];
            for (int r = 0; r < factor.length; r++) {
                for (int c = 0; c < factor[r].length; c++) {
                    factor[r][c] = weights.get(f, r, c);
                }
            }
            all.add(factor);
        }
        return new WeightSnapshot(epoch, all);
    }
}
