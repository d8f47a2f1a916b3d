package org.guesscheck.nativekernels.jni;

import java.lang.ref.Reference;
import org.guesscheck.core.kernel.ChunkKernel;
import org.guesscheck.core.kernel.ChunkReport;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.random.ChunkSeed;

/** Evaluates a chunk, or a range of its groups, in one call of C. */
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
    public void evaluate(long chunk, int from, int to, ChunkReport report) {
        if (from < 0 || to <= from || to > Question.GROUPS) {
            throw new IllegalArgumentException(
                    "groups: " + from + " to " + to + "; a range within 0 to " + Question.GROUPS + " is allowed");
        }
        if (from == 0) {
            report.count = 0;
            ChunkSeed.into(seed, chunk, state);
        }
        report.count = Bridge.evaluate(
                tier,
                memory.address(),
                state,
                from,
                to,
                report.count,
                report.group,
                report.trainLoss,
                report.generalizationLoss);
        Reference.reachabilityFence(memory);
    }
}
