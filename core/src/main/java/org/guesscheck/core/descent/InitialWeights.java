package org.guesscheck.core.descent;

import org.guesscheck.core.problem.SplitMix64;

/** The weights before the first step. */
final class InitialWeights {
    /** "descent!" in ASCII: a problem and a run of the same seed must not draw the same numbers. */
    private static final long STREAM = 0x64657363656e7421L;

    private InitialWeights() {}

    /** Uniform numbers on scale * [-1, 1] / sqrt(rows of the factor), drawn factor by factor and row by row. */
    static float[][] draw(Factors factors, double scale, long seed) {
        SplitMix64 random = new SplitMix64(SplitMix64.mix(seed ^ STREAM));
        float[][] weights = factors.allocate();
        for (int f = 0; f < factors.depth(); f++) {
            double bound = scale / Math.sqrt(factors.rowsOf(f));
            for (int r = 0; r < factors.rowsOf(f); r++) {
                for (int c = 0; c < factors.colsOf(f); c++) {
                    factors.set(weights, f, r, c, (float) ((2 * random.nextDouble() - 1) * bound));
                }
            }
        }
        return weights;
    }
}
