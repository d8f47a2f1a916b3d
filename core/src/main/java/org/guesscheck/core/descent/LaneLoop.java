package org.guesscheck.core.descent;

import java.util.function.Supplier;
import org.guesscheck.core.kernel.descent.DescentKernel;
import org.guesscheck.core.kernel.descent.Factors;

/**
 * The epochs of runs side by side on one thread. A run that is over leaves its lane to the next one that waits. Nothing is allocated
 * between two events: a run's end, and a point of its history. The loss that ends a run early is that of the residuals in single
 * precision, of which the gradient is made.
 */
final class LaneLoop {
    /** Epochs between two checks for cancellation, so that the checks cost nothing; a power of two. */
    private static final int CANCEL_EVERY = 64;

    private static final int LANES = DescentKernel.LANES;

    private final DescentKernel kernel;
    private final Supplier<LaneRun> waiting;
    private final LaneSteps steps;
    private final LaneRun[] runs = new LaneRun[LANES];
    /** The round in which a lane's run is at its epoch 0. */
    private final long[] first = new long[LANES];

    private final float[] squaredResiduals = new float[LANES];
    private final float[] squaredNorms = new float[LANES];
    private final float[] predicted;
    private final float[][] weights;
    private final boolean[] watched = new boolean[LANES];
    private int watching;
    private int batched;
    private int active;
    private long nextEvent;

    /**
     * Prepares a loop.
     *
     * @param kernel of the shape of all runs, without any yet
     * @param waiting the next run, or null if there is none
     * @param optimizer of all runs
     * @param factors of all runs
     */
    LaneLoop(DescentKernel kernel, Supplier<LaneRun> waiting, Optimizer optimizer, Factors factors) {
        this.kernel = kernel;
        this.waiting = waiting;
        steps = new LaneSteps(optimizer);
        predicted = new float[factors.rows() * factors.cols()];
        weights = factors.allocate();
    }

    /**
     * Takes runs into some lanes, and goes on until no run is left.
     *
     * @param lanes how many runs go side by side, 1 to 16
     * @throws DescentCancelledException if a run was cancelled; it has that run's outcome so far
     */
    void run(int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            fill(lane, 0);
        }
        schedule(-1);
        for (long round = 0; active > 0; round++) {
            if (batched > 0) {
                nextBatches();
            }
            kernel.gradient(squaredResiduals, squaredNorms);
            if ((round & (CANCEL_EVERY - 1)) == 0) {
                check(round);
            }
            if (round >= nextEvent || watching > 0 && anyEnds()) {
                events(round);
            }
            kernel.step(steps.next(squaredNorms));
        }
    }

    /** Gives a lane to the next run, which is at its epoch 0 in the given round. */
    private void fill(int lane, long round) {
        LaneRun next = waiting.get();
        if (next == null) {
            return;
        }
        runs[lane] = next;
        first[lane] = round;
        kernel.start(lane, next.train(), next.begin());
        steps.start(lane, next.rule, round > 0);
        watched[lane] = next.watched();
        watching += watched[lane] ? 1 : 0;
        batched += next.batched() ? 1 : 0;
        active++;
    }

    private void nextBatches() {
        for (int lane = 0; lane < LANES; lane++) {
            if (runs[lane] != null && runs[lane].batched()) {
                kernel.share(lane, runs[lane].nextShares());
            }
        }
    }

    /** Whether a loss ends a run. */
    private boolean anyEnds() {
        boolean any = false;
        for (int lane = 0; lane < LANES; lane++) {
            any |= ends(lane);
        }
        return any;
    }

    private boolean ends(int lane) {
        return watched[lane] && runs[lane].endsAt(squaredResiduals[lane]);
    }

    private int epoch(int lane, long round) {
        return (int) (round - first[lane]);
    }

    private void check(long round) {
        for (int lane = 0; lane < LANES; lane++) {
            LaneRun run = runs[lane];
            if (run != null) {
                if (run.cancelled()) {
                    throw new DescentCancelledException(outcome(lane, epoch(lane, round)));
                }
                run.tell(epoch(lane, round));
            }
        }
    }

    private void events(long round) {
        for (int lane = 0; lane < LANES; lane++) {
            LaneRun run = runs[lane];
            if (run != null) {
                int epoch = epoch(lane, round);
                if (epoch == run.epochs() || ends(lane)) {
                    run.finish(outcome(lane, epoch), run.ending(squaredResiduals[lane]));
                    leave(lane, round);
                } else if (run.records(epoch)) {
                    kernel.product(lane, predicted);
                    run.record(epoch, predicted);
                }
            }
        }
        schedule(round);
    }

    private Descent outcome(int lane, int epoch) {
        kernel.product(lane, predicted);
        kernel.weights(lane, weights);
        return runs[lane].outcome(epoch, predicted, weights);
    }

    private void leave(int lane, long round) {
        batched -= runs[lane].batched() ? 1 : 0;
        runs[lane] = null;
        watching -= watched[lane] ? 1 : 0;
        watched[lane] = false;
        active--;
        kernel.stop(lane);
        steps.stop(lane);
        fill(lane, round + 1);
    }

    /** Finds the next round with an event after the given one. */
    private void schedule(long round) {
        nextEvent = Long.MAX_VALUE;
        for (int lane = 0; lane < LANES; lane++) {
            if (runs[lane] != null) {
                int epoch = epoch(lane, round);
                long event = epoch < 0 ? first[lane] : first[lane] + runs[lane].nextEvent(epoch);
                nextEvent = Math.min(nextEvent, event);
            }
        }
    }
}
