package org.guesscheck.core.sampler.rejection;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.ChunkKernel;
import org.guesscheck.core.kernel.ChunkReport;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.sampler.work.Cancellation;
import org.guesscheck.core.sampler.work.OrderedWork;
import org.guesscheck.core.sampler.work.RunSettings;

/** Workers claim chunks in order, and their results are folded in the order of the chunks. */
final class ClaimLoop {
    /** Claims that a fast worker may be ahead of the slowest one, so that waiting results stay few. */
    private static final int AHEAD = 64;

    private final Question question;
    private final Backend backend;
    private final long draws;
    private final RunSettings settings;
    private final long chunks;
    private final int chunksPerClaim;
    private final int groupsPerPiece;
    private final Queue<ClaimResult> spare = new ConcurrentLinkedQueue<>();

    ClaimLoop(Question question, Backend backend, RejectionSetup setup, RunSettings settings) {
        this.question = question;
        this.backend = backend;
        this.settings = settings;
        draws = setup.goal().draws();
        chunks = setup.chunks();
        chunksPerClaim = setup.chunksPerClaim();
        groupsPerPiece = Math.clamp(
                Question.GROUPS * RejectionSetup.WEIGHTS_PER_CLAIM / RejectionSetup.weightsPerChunk(question),
                1,
                Question.GROUPS);
    }

    /**
     * Evaluates the claims from one to before another.
     *
     * @param enough takes the results in order, one at a time and not to be kept, until it returns true
     */
    void execute(long first, long end, Predicate<ClaimResult> enough) {
        new OrderedWork<>(end - first, () -> worker(first), result -> taken(result, enough), AHEAD)
                .run(settings.threads(), settings.executor());
    }

    private boolean taken(ClaimResult next, Predicate<ClaimResult> enough) {
        boolean last = enough.test(next);
        next.clear();
        spare.add(next);
        return last;
    }

    private LongFunction<ClaimResult> worker(long firstClaim) {
        ChunkKernel kernel = backend.kernel(question);
        ChunkReport report = new ChunkReport();
        ChunkTrace trace = ChunkTrace.of(backend.name());
        return claim -> {
            ClaimResult reused = spare.poll();
            ClaimResult result = reused == null ? new ClaimResult() : reused;
            long first = (firstClaim + claim) * chunksPerClaim;
            for (long chunk = first; chunk < Math.min(chunks, first + chunksPerClaim); chunk++) {
                int now = (int) Math.min(Question.CHUNK, draws - chunk * Question.CHUNK);
                int before = result.accepted;
                trace.begin();
                int groups = (now + Question.LANES - 1) / Question.LANES;
                for (int done = 0; done < groups; done += groupsPerPiece) {
                    Cancellation.check(settings.cancelled());
                    kernel.evaluate(chunk, done, Math.min(groups, done + groupsPerPiece), report);
                }
                result.add(chunk, now, report, question.largestEps(), question.fullEvery());
                trace.end(chunk, now, result.accepted - before);
            }
            return result;
        };
    }
}
