package org.guesscheck.core.sampler;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.ChunkKernel;
import org.guesscheck.core.kernel.ChunkReport;
import org.guesscheck.core.kernel.Question;

/** One run: workers claim chunks in order, and what they find is folded in the order of the chunks. */
final class RejectionRun {
    /** Weights drawn in one claim: some milliseconds, so that neither claiming nor cancelling costs anything. */
    private static final long WEIGHTS_PER_CLAIM = 1L << 24;

    /** Claims that a fast worker may be ahead of the slowest one, so that waiting results stay few. */
    private static final int AHEAD = 64;

    private final Question question;
    private final Backend backend;
    private final long draws;
    private final Tally tally;
    private final Consumer<Progress> progress;
    private final BooleanSupplier cancelled;
    private final long chunks;
    private final int chunksPerClaim;
    private final long start = System.nanoTime();
    private final Map<Long, ClaimResult> waiting = new TreeMap<>();
    private final List<ClaimResult> spare = new ArrayList<>();
    private long claimed;
    private long folded;
    private boolean stopped;

    RejectionRun(
            Question question,
            Backend backend,
            long draws,
            Tally tally,
            Consumer<Progress> progress,
            BooleanSupplier cancelled) {
        this.question = question;
        this.backend = backend;
        this.draws = draws;
        this.tally = tally;
        this.progress = progress;
        this.cancelled = cancelled;
        chunks = (draws + Question.CHUNK - 1) / Question.CHUNK;
        long weightsPerChunk = (long) question.vectorsPerGroup() * Question.CHUNK;
        chunksPerClaim = Math.clamp(WEIGHTS_PER_CLAIM / weightsPerChunk, 1, 64);
    }

    void execute(int threads, Executor executor) {
        Workers.run(threads, executor, this::work, this::stop);
    }

    private void work() {
        try {
            ChunkKernel kernel = backend.kernel(question);
            ChunkReport report = new ChunkReport();
            long claim = claim();
            while (claim >= 0) {
                ClaimResult result = result();
                long first = claim * chunksPerClaim;
                for (long chunk = first; chunk < Math.min(chunks, first + chunksPerClaim); chunk++) {
                    if (cancelled.getAsBoolean() || Thread.currentThread().isInterrupted()) {
                        throw new CancellationException("cancelled");
                    }
                    int now = (int) Math.min(Question.CHUNK, draws - chunk * Question.CHUNK);
                    kernel.evaluate(chunk, (now + Question.LANES - 1) / Question.LANES, report);
                    result.add(chunk, now, report, question.largestEps(), question.fullEvery());
                }
                finish(claim, result);
                claim = claim();
            }
        } catch (Throwable e) {
            stop();
            throw e;
        }
    }

    private synchronized long claim() {
        while (!stopped && claimed >= folded + AHEAD && claimed * chunksPerClaim < chunks) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted");
            }
        }
        return stopped || claimed * chunksPerClaim >= chunks ? -1 : claimed++;
    }

    private synchronized ClaimResult result() {
        return spare.isEmpty() ? new ClaimResult() : spare.removeLast();
    }

    private synchronized void finish(long claim, ClaimResult result) {
        waiting.put(claim, result);
        while (waiting.containsKey(folded)) {
            ClaimResult next = waiting.remove(folded++);
            tally.add(next);
            next.clear();
            spare.add(next);
        }
        notifyAll();
        progress.accept(new Progress(tally.draws(), draws, tally.accepted(), (System.nanoTime() - start) * 1e-9));
    }

    private synchronized void stop() {
        stopped = true;
        notifyAll();
    }
}
