package org.guesscheck.core.example;

// @start region="program"
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.sampler.Progress;
import org.guesscheck.core.sampler.Sampler;
import org.guesscheck.core.sampler.SamplingCancelledException;

/** A job of a server: it runs on the server's own threads, tells its progress, and leaves what it found when it is cancelled. */
public final class JobExample {
    private final CompletableFuture<Posterior> result;
    private volatile Progress progress = new Progress(0, 1, 0, 0);
    private volatile boolean cancelled;

    public JobExample(Sampler<?> question, ExecutorService pool) {
        Sampler<?> sampler =
                question.executor(pool).onProgress(p -> progress = p).cancelWhen(() -> cancelled);
        result = CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return sampler.run();
                    } catch (SamplingCancelledException e) {
                        return e.partial().orElseThrow(() -> e);
                    }
                },
                pool);
    }

    public double share() {
        return (double) progress.draws() / progress.total();
    }

    public void cancel() {
        cancelled = true;
    }

    public CompletableFuture<Posterior> result() {
        return result;
    }
}
// @end
