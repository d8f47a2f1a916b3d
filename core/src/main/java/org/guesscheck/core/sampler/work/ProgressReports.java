package org.guesscheck.core.sampler.work;

/** Tells a listener of the progress some tens of times a second, however small the pieces of work are. For one thread at a time. */
public final class ProgressReports {
    private static final long EVERY_NANOS = 20_000_000;

    private final Listener listener;
    private final long start = System.nanoTime();
    private long told = start;

    /** Who is told of the progress. */
    @FunctionalInterface
    public interface Listener {
        /**
         * Told how far a run has come, by one thread at a time.
         *
         * @param draws draws done
         * @param total draws that there will be, as far as is known; never below the draws done
         * @param accepted accepted so far, at the largest threshold
         * @param seconds time since the start
         */
        void told(long draws, long total, long accepted, double seconds);
    }

    /**
     * Starts the clock.
     *
     * @param listener who is told
     */
    public ProgressReports(Listener listener) {
        this.listener = listener;
    }

    /**
     * Tells, unless that was done a moment ago.
     *
     * @param draws draws done
     * @param total draws that there will be, as far as is known
     * @param accepted accepted so far
     */
    public void tell(long draws, long total, long accepted) {
        long now = System.nanoTime();
        if (now - told >= EVERY_NANOS) {
            told = now;
            listener.told(draws, Math.max(draws, total), accepted, (now - start) * 1e-9);
        }
    }

    /**
     * Tells that this is all.
     *
     * @param draws draws done
     * @param accepted accepted among them
     */
    public void end(long draws, long accepted) {
        listener.told(draws, draws, accepted, seconds());
    }

    /**
     * Time since the start.
     *
     * @return seconds
     */
    public double seconds() {
        return (System.nanoTime() - start) * 1e-9;
    }

    /**
     * How many draws a wanted error takes, by the error that was reached with some: it falls with their square root.
     *
     * @param draws draws done
     * @param reached their relative error
     * @param wanted the wanted relative error
     * @param most the largest possible answer, also given where nothing was reached
     * @return draws, the draws done at least
     */
    public static long needed(long draws, double reached, double wanted, long most) {
        double times = reached / wanted;
        return times >= 0 ? (long) Math.min(most, Math.max(draws, draws * times * times)) : most;
    }
}
