package org.guesscheck.bench.suite;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CancellationException;
import org.guesscheck.core.sampler.Progress;
import org.guesscheck.core.sampler.RejectionSampler;

/** Draws a second of the whole sampler, with its threads, claims of chunks, and sums. The first part of a run is not counted. */
final class SamplerRate {
    /** A run has kernels of its own, which must be compiled first. */
    private static final double WARM_UP_SECONDS = 0.8;

    private static final double PATIENCE_SECONDS = 20;
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final long start = System.nanoTime();
    private final double seconds;
    private Progress warm;
    private Progress last;
    private long cpu;

    private SamplerRate(double seconds) {
        this.seconds = seconds;
    }

    static Round measure(Shape shape, boolean reduce, int threads, double seconds) {
        SamplerRate rate = new SamplerRate(seconds);
        try {
            RejectionSampler.of(shape.ownProblem(), shape.network())
                    .reduce(reduce)
                    .eps(shape.eps())
                    .draws(1L << 50)
                    .threads(threads)
                    .onProgress(rate::progress)
                    .cancelWhen(rate::over)
                    .run();
        } catch (CancellationException e) {
            // Every run of this class ends by cancellation.
        }
        return rate.round(threads);
    }

    private synchronized boolean over() {
        return warm != null && last.seconds() - warm.seconds() > seconds && last.draws() > warm.draws()
                || (System.nanoTime() - start) * 1e-9 > PATIENCE_SECONDS;
    }

    private synchronized void progress(Progress now) {
        if (warm == null && now.seconds() > WARM_UP_SECONDS) {
            warm = now;
            cpu = PROCESS.getProcessCpuTime();
        }
        last = now;
    }

    private synchronized Round round(int threads) {
        double took = warm == null ? 0 : last.seconds() - warm.seconds();
        if (took <= 0 || last.draws() == warm.draws()) {
            throw new IllegalStateException("the sampler finished no work in " + PATIENCE_SECONDS + " s");
        }
        double share = (PROCESS.getProcessCpuTime() - cpu) * 1e-9 / (took * threads);
        return new Round((last.draws() - warm.draws()) / took, Double.NaN, Math.min(1, share));
    }
}
