package org.guesscheck.nativekernels.jni;

import java.lang.ref.Reference;
import org.guesscheck.core.kernel.ChunkKernel;
import org.guesscheck.core.kernel.ChunkReport;
import org.guesscheck.core.kernel.ChunkSeed;
import org.guesscheck.core.kernel.Question;

/** Evaluates a whole chunk in one call of C. */
final class JniKernel implements ChunkKernel {
    private final int tier;
    private final long seed;
    private final KernelMemory memory;
    private final long[] state = new long[ChunkSeed.WORDS];

    JniKernel(int tier, Question question) {
        this.tier = tier;
        this.seed = question.seed();
        this.memory = KernelMemory.of(question, true);
    }

    @Override
    public void evaluate(long chunk, int groups, ChunkReport report) {
        if (groups < 1 || groups > Question.GROUPS) {
            throw new IllegalArgumentException("groups: " + groups + "; 1 to " + Question.GROUPS + " is allowed");
        }
        ChunkSeed.into(seed, chunk, state);
        report.count = Bridge.evaluate(
                tier, memory.address(), state, groups, report.group, report.trainLoss, report.generalizationLoss);
        Reference.reachabilityFence(memory);
    }
}
