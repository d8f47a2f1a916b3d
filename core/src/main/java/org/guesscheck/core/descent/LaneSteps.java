package org.guesscheck.core.descent;

import org.guesscheck.core.kernel.descent.DescentKernel;
import org.guesscheck.core.kernel.descent.StepNumbers;

/** The lengths of the steps of runs side by side, each as {@link StepLength} has it for one run. */
final class LaneSteps {
    private static final int LANES = DescentKernel.LANES;
    private static final double FIRST_DECAY = 0.9;
    private static final double SECOND_DECAY = 0.999;

    private final StepNumbers numbers = StepNumbers.zeros();
    private final Optimizer optimizer;
    private final double[] rate = new double[LANES];
    /** The running average of the squared norm; with Adam, its second decay to the power of the steps taken. */
    private final double[] average = new double[LANES];
    /** The decay, or Adam's first one, to the power of the steps taken. */
    private final double[] forgotten = new double[LANES];

    private final double[] length = new double[LANES];
    private final boolean[] waits = new boolean[LANES];
    private boolean anyWaits;

    /** For runs that all have one optimizer. */
    LaneSteps(Optimizer optimizer) {
        this.optimizer = optimizer;
        for (int lane = 0; lane < LANES; lane++) {
            reset(lane);
        }
    }

    /**
     * Begins a run in a lane.
     *
     * @param next whether its first step is the step after the next one, since it has no gradient yet
     */
    void start(int lane, StepRule rule, boolean next) {
        rate[lane] = rule.learningRate();
        numbers.momentum()[lane] = (float) rule.effectiveMomentum();
        waits[lane] = next;
        anyWaits |= next;
        reset(lane);
    }

    /** Ends a run, whose lane then stays as it is. */
    void stop(int lane) {
        rate[lane] = 0;
        reset(lane);
    }

    private void reset(int lane) {
        average[lane] = optimizer == Optimizer.ADAM ? 1 : 0;
        forgotten[lane] = 1;
    }

    /** The numbers of the next step. */
    StepNumbers next(float[] squaredNorms) {
        switch (optimizer) {
            case GROUP_RMSPROP -> {
                for (int l = 0; l < LANES; l++) {
                    length[l] = squaredNorms[l];
                }
                StepLength.shorten(rate, average, forgotten, length);
            }
            case ADAM -> adam();
            case GD -> System.arraycopy(rate, 0, length, 0, LANES);
        }
        float[] lengths = numbers.length();
        for (int l = 0; l < LANES; l++) {
            lengths[l] = (float) length[l];
        }
        if (anyWaits) {
            wait(lengths);
        }
        return numbers;
    }

    private void adam() {
        float[] correction = numbers.correction();
        for (int l = 0; l < LANES; l++) {
            forgotten[l] *= FIRST_DECAY;
            average[l] *= SECOND_DECAY;
            length[l] = rate[l] / (1 - forgotten[l]);
            correction[l] = (float) (1 / Math.sqrt(1 - average[l]));
        }
    }

    private void wait(float[] lengths) {
        for (int l = 0; l < LANES; l++) {
            if (waits[l]) {
                lengths[l] = 0;
                waits[l] = false;
                reset(l);
            }
        }
        anyWaits = false;
    }
}
