package org.guesscheck.core.descent;

import java.util.Iterator;
import java.util.List;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.kernel.descent.DescentKernel;
import org.guesscheck.core.kernel.descent.DescentShape;

/**
 * Where runs of one shape are computed, by cost: side by side, or one after another in plain Java. The bits are the same. It is the
 * only place that knows this border; that to products of whole matrices is {@link LargeDescent#LARGE}.
 *
 * @param backend who computes
 * @param lanes how many runs go side by side on a thread
 * @param threads how many threads have runs to compute
 */
record LaneTeam(Backend backend, int lanes, int threads) {
    /**
     * The fewest runs that are worth the lanes while the memory of 16 runs fits a second-level cache, up to {@link #CACHED_BYTES}. An
     * epoch of all 16 lanes took as long as 0.8 epochs of one run in plain Java at width 5, depth 2, and as long as 2.6 at width 160
     * (Intel Xeon, family 6, model 207, C kernels at 512 bits).
     */
    private static final int FEWEST = 3;

    private static final long CACHED_BYTES = 1L << 20;

    /** The same for more memory, up to {@link #MOST_BYTES}. At width 160, depth 4 (7 MB) the 16 lanes took as long as 8 to 11 runs. */
    private static final int FEWEST_UNCACHED = 12;

    /** At width 320, depth 3 (14 MB) the 16 lanes took as long as 12 runs, and at width 640 (53 MB) longer than 16. */
    private static final long MOST_BYTES = 1L << 24;

    private static final String PLAIN = "scalar";
    private static final String AUTO = "auto";

    /**
     * The team for a number of runs.
     *
     * @param name of a backend, or {@code auto}
     */
    static LaneTeam of(String name, DescentShape shape, int runs, int threads) {
        boolean plain = name.equals(AUTO) && runs < fewest(shape);
        Backend backend = plain ? Backends.named(PLAIN) : name.equals(AUTO) ? Backends.ready() : Backends.named(name);
        // In plain Java a lane costs as much as a run of its own; elsewhere empty lanes cost as much as full ones.
        boolean single = backend.name().equals(PLAIN);
        int least = single ? 1 : DescentKernel.LANES;
        int working = Math.clamp((runs + least - 1) / least, 1, threads);
        int lanes = single ? 1 : Math.min(DescentKernel.LANES, (runs + working - 1) / working);
        return new LaneTeam(backend, lanes, working);
    }

    /** How many of a number of runs go side by side on a thread where no backend is asked for by name; 1 if they run one after another. */
    static int sideBySide(DescentShape shape, int runs) {
        return runs < fewest(shape) ? 1 : Math.min(DescentKernel.LANES, runs);
    }

    private static int fewest(DescentShape shape) {
        long bytes = Float.BYTES * DescentKernel.LANES * shape.numbersPerLane();
        return bytes <= CACHED_BYTES ? FEWEST : bytes <= MOST_BYTES ? FEWEST_UNCACHED : Integer.MAX_VALUE;
    }

    /** Computes a run without others. */
    static void alone(LaneRun run, GradientDescent descent) {
        Iterator<LaneRun> waiting = List.of(run).iterator();
        DescentKernel kernel = Backends.named(PLAIN).descent(descent.shape(true));
        new LaneLoop(kernel, () -> waiting.hasNext() ? waiting.next() : null, descent.optimizer(), descent.factors())
                .run(1);
    }
}
