package org.guesscheck.core.sampler.rejection;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongFunction;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.ChunkKernel;
import org.guesscheck.core.kernel.ChunkReport;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.sampler.work.Cancellation;
import org.guesscheck.core.sampler.work.OrderedWork;
import org.guesscheck.core.sampler.work.ProgressReports;
import org.guesscheck.core.sampler.work.RunSettings;
import org.guesscheck.core.sampler.work.SamplingTask;
import org.guesscheck.core.sampler.work.StoppingSchedule;

/** Workers claim chunks in order, and their results are folded in the order of the chunks. */
final class ClaimLoop {
    /** Weights drawn in one claim, or one piece of a chunk: some milliseconds, so that claiming and cancelling cost nothing. */
    private static final long WEIGHTS_PER_CLAIM = 1L << 24;

    /** Claims that a fast worker may be ahead of the slowest one, so that waiting results stay few. */
    private static final int AHEAD = 64;

    private final Question question;
    private final Backend backend;
    private final long draws;
    private final Tally tally;
    private final SamplingTask task;
    private final RunSettings settings;
    private final ProgressReports reports;
    private final long chunks;
    private final int chunksPerClaim;
    private final int groupsPerPiece;
    private final Queue<ClaimResult> spare = new ConcurrentLinkedQueue<>();
    private final StoppingSchedule schedule = new StoppingSchedule(1);

    ClaimLoop(Question question, Backend backend, Tally tally, SamplingTask task, RunSettings settings) {
        this.question = question;
        this.backend = backend;
        this.tally = tally;
        this.task = task;
        this.settings = settings;
        draws = task.draws();
        reports = new ProgressReports(settings.listener());
        chunks = Math.ceilDiv(draws, Question.CHUNK);
        long weightsPerChunk = (long) question.layout().vectors() * Question.CHUNK;
        chunksPerClaim = Math.clamp(WEIGHTS_PER_CLAIM / weightsPerChunk, 1, 64);
        groupsPerPiece = Math.clamp(Question.GROUPS * WEIGHTS_PER_CLAIM / weightsPerChunk, 1, Question.GROUPS);
    }

    void execute() {
        long claims = Math.ceilDiv(chunks, chunksPerClaim);
        new OrderedWork<>(claims, this::worker, this::enough, AHEAD).run(settings.threads(), settings.executor());
        reports.end(tally.draws(), tally.accepted());
    }

    private LongFunction<ClaimResult> worker() {
        ChunkKernel kernel = backend.kernel(question);
        ChunkReport report = new ChunkReport();
        ChunkTrace trace = ChunkTrace.of(backend.name());
        return claim -> {
            ClaimResult reused = spare.poll();
            ClaimResult result = reused == null ? new ClaimResult() : reused;
            long first = claim * chunksPerClaim;
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

    private boolean enough(ClaimResult next) {
        tally.add(next);
        next.clear();
        spare.add(next);
        long total = task.wantsError() ? tally.needed(task.relativeError(), draws) : draws;
        reports.tell(tally.draws(), total, tally.accepted());
        return task.wantsError() && schedule.due() && tally.narrow(task.relativeError());
    }
}
