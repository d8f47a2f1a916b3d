package org.guesscheck.nativekernels.jni;

import java.lang.ref.Reference;
import org.guesscheck.core.kernel.Stages;
import org.guesscheck.core.kernel.WeightStage;
import org.guesscheck.core.random.ChunkSeed;

/** Weights in C. */
final class JniWeights implements WeightStage {
    private final int tier;
    private final KernelMemory memory;
    private final long[] state = new long[ChunkSeed.WORDS];

    JniWeights(int tier, KernelMemory memory) {
        this.tier = tier;
        this.memory = memory;
    }

    @Override
    public void seed(long seed, long chunk) {
        ChunkSeed.into(seed, chunk, state);
        Bridge.start(tier, memory.address(), state);
        Reference.reachabilityFence(memory);
    }

    @Override
    public void fill(float[] out, int vectors) {
        if ((vectors & 1) != 0) {
            throw new IllegalArgumentException("vectors: " + vectors + "; an even number is allowed");
        }
        Buffers.check(out, 0, vectors);
        Bridge.fill(tier, memory.address(), out, Stages.BASE, vectors);
        Reference.reachabilityFence(memory);
    }
}
