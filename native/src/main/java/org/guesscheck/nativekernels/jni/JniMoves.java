package org.guesscheck.nativekernels.jni;

import java.lang.ref.Reference;
import java.util.Objects;
import org.guesscheck.core.kernel.MoveStage;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;

/**
 * Proposals for particles, and their acceptance, in C.
 *
 * @param tier index of the instruction sets
 * @param memory the question
 */
record JniMoves(int tier, KernelMemory memory) implements MoveStage {
    @Override
    public void propose(float[] noise, int at, float[] current, int currentAt, int vectors, float keep, float step) {
        Buffers.check(noise, at, vectors);
        Buffers.check(current, currentAt, vectors);
        Bridge.propose(tier, memory.address(), Stages.BASE, noise, at, current, currentAt, vectors, keep, step);
        Reference.reachabilityFence(memory);
    }

    @Override
    public void select(int[] chosen, int chosenAt, float[] from, int at, float[] to, int toAt, int vectors) {
        Objects.checkFromIndexSize(chosenAt, Question.LANES, chosen.length);
        Buffers.check(from, at, vectors);
        Buffers.check(to, toAt, vectors);
        Bridge.select(tier, Stages.BASE, chosen, chosenAt, from, at, to, toAt, vectors);
    }
}
