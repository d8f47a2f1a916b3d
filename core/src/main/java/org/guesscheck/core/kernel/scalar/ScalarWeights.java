package org.guesscheck.core.kernel.scalar;

import org.guesscheck.core.kernel.WeightStage;
import org.guesscheck.core.random.PriorStream;

/**
 * Weights in plain Java.
 *
 * @param stream where they come from
 */
record ScalarWeights(PriorStream stream) implements WeightStage {
    @Override
    public void seed(long seed, long chunk) {
        stream.seed(seed, chunk);
    }

    @Override
    public void fill(float[] out, int vectors) {
        stream.fill(out, vectors);
    }
}
