package org.guesscheck.core.descent;

import org.guesscheck.core.kernel.descent.Factors;
import org.guesscheck.core.random.SplitMix64;

/**
 * The weights before the first step: uniform on scale * [-1, 1] / sqrt(rows of the factor). The checkpoint is called every few
 * milliseconds in large networks. It ends the work by throwing.
 */
record InitialWeights(Factors factors, double scale, long seed, Runnable checkpoint) {
    /** "descent!" in ASCII: a problem and a run of the same seed must not draw the same numbers. */
    private static final long STREAM = 0x64657363656e7421L;

    /** Number of weights that are drawn between two calls of the checkpoint. */
    private static final long CHECKED = 1 << 20;

    /** Receives one weight. */
    @FunctionalInterface
    interface Sink {
        void set(int factor, int row, int col, float value);
    }

    /** Draws the weights factor by factor, each row by row. */
    void draw(Sink sink) {
        SplitMix64 random = new SplitMix64(SplitMix64.mix(seed ^ STREAM));
        long drawn = 0;
        for (int f = 0; f < factors.depth(); f++) {
            double bound = scale / Math.sqrt(factors.rowsOf(f));
            for (int r = 0; r < factors.rowsOf(f); r++) {
                drawn += factors.colsOf(f);
                if (drawn >= CHECKED) {
                    checkpoint.run();
                    drawn = 0;
                }
                for (int c = 0; c < factors.colsOf(f); c++) {
                    sink.set(f, r, c, (float) ((2 * random.nextDouble() - 1) * bound));
                }
            }
        }
    }

    /** The weights in the layout of {@link Factors}. */
    float[][] stored() {
        float[][] weights = factors.allocate();
        draw((f, r, c, value) -> factors.set(weights, f, r, c, value));
        return weights;
    }
}
