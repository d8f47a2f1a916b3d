package org.guesscheck.core.sampler.rejection;

import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Reduction;
import org.guesscheck.core.parts.PartInput;
import org.guesscheck.core.parts.PartOutput;
import org.guesscheck.core.sampler.work.SamplingGoal;
import org.guesscheck.core.sampler.work.SamplingTask;

/**
 * What a run's fold needs to know of it. The pieces of a run are claims: some milliseconds of work, after which a worker asks for
 * the next one.
 *
 * @param goal thresholds, draws, relative error and seed
 * @param note how products are drawn, for readers of the result; empty where each weight is drawn
 * @param chunksPerClaim chunks of a claim
 */
record RejectionSetup(SamplingGoal goal, String note, int chunksPerClaim) {
    /** Weights drawn in one claim, or one piece of a chunk: some milliseconds, so that claiming and cancelling cost nothing. */
    static final long WEIGHTS_PER_CLAIM = 1L << 24;

    /** Up to here every draw enters the prior's mean. */
    private static final long ALL_SAMPLED = 1 << 20;

    /** Prepares nothing: the question is that of {@link #question}. */
    static RejectionSetup of(SamplingTask task, Question question, boolean reduce) {
        String note =
                reduce ? Reduction.note(Reduction.coordinates(task.problem().rows(), task.network())) : "";
        int chunks = Math.clamp(WEIGHTS_PER_CLAIM / weightsPerChunk(question), 1, 64);
        return new RejectionSetup(task.goal(), note, chunks);
    }

    static long weightsPerChunk(Question question) {
        return (long) question.layout().vectors() * Question.CHUNK;
    }

    /** Every how many groups of draws one enters the prior's mean. */
    static int fullEvery(long draws) {
        return draws <= ALL_SAMPLED ? 1 : 64;
    }

    long chunks() {
        return Math.ceilDiv(goal.draws(), Question.CHUNK);
    }

    long claims() {
        return Math.ceilDiv(chunks(), chunksPerClaim);
    }

    /** The draws of the claims from one to before another. */
    long draws(long first, long end) {
        return start(end) - start(first);
    }

    private long start(long claim) {
        return claim >= claims() ? goal.draws() : claim * chunksPerClaim * Question.CHUNK;
    }

    /** The claim with the last of so many draws, counted from 1. */
    long claimsOf(long draws) {
        return Math.ceilDiv(draws, (long) chunksPerClaim * Question.CHUNK);
    }

    void write(PartOutput out) {
        goal.write(out);
        out.putText(note).putCount(chunksPerClaim);
    }

    static RejectionSetup read(PartInput in) {
        return new RejectionSetup(SamplingGoal.read(in), in.nextText(), Math.max(1, (int) in.nextCount()));
    }
}
