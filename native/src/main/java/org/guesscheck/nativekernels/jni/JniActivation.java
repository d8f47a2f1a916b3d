package org.guesscheck.nativekernels.jni;

import java.lang.ref.Reference;
import org.guesscheck.core.kernel.ActivationStage;
import org.guesscheck.core.kernel.Stages;

/**
 * Activation in C.
 *
 * @param tier index of the instruction sets
 * @param memory the question
 */
record JniActivation(int tier, KernelMemory memory) implements ActivationStage {
    @Override
    public void activateRuns(float[] y, int at, int vectors, int runs, int stride) {
        if (runs < 0) {
            throw new IllegalArgumentException("runs: " + runs + "; at least 0 is allowed");
        }
        if (runs == 0) {
            return;
        }
        Buffers.check(y, at, vectors);
        Buffers.check(y, at, Buffers.last(0, runs, stride) + vectors);
        Bridge.activate(tier, memory.address(), y, Stages.BASE, at, vectors, runs, stride);
        Reference.reachabilityFence(memory);
    }
}
