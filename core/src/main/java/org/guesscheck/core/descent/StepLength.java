package org.guesscheck.core.descent;

/** The length of an optimizer's steps, and its running average of the squared gradient norm. */
final class StepLength {
    private static final double DECAY = 0.99;
    private static final double SOFTENING = 1e-6;

    private final Optimizer optimizer;
    private final double[] learningRate;
    private final double[] average = {0};
    private final double[] forgotten = {1};
    private final double[] length = {0};

    StepLength(Optimizer optimizer, double learningRate) {
        this.optimizer = optimizer;
        this.learningRate = new double[] {learningRate};
    }

    /** Whether the next step depends on the gradient's norm. */
    boolean needsNorm() {
        return optimizer == Optimizer.GROUP_RMSPROP;
    }

    /** The length of the next step. The gradient's squared norm is used only if {@link #needsNorm}. */
    double next(double squaredNorm) {
        if (!needsNorm()) {
            return learningRate[0];
        }
        length[0] = squaredNorm;
        shorten(learningRate, average, forgotten, length);
        return length[0];
    }

    /**
     * The steps of {@link Optimizer#GROUP_RMSPROP} of several runs.
     *
     * @param rate the learning rate of each run
     * @param average running averages of the squared norm, which this step changes
     * @param forgotten 0.99 to the power of the steps taken, which this step changes
     * @param lengths squared norms of the gradients, which become lengths of steps
     */
    static void shorten(double[] rate, double[] average, double[] forgotten, double[] lengths) {
        for (int l = 0; l < lengths.length; l++) {
            average[l] = DECAY * average[l] + (1 - DECAY) * lengths[l];
            forgotten[l] *= DECAY;
            lengths[l] = rate[l] / (Math.sqrt(average[l] / (1 - forgotten[l])) + SOFTENING);
        }
    }
}
