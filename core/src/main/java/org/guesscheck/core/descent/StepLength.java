package org.guesscheck.core.descent;

/** The length of an optimizer's steps, and its running average of the squared gradient norm. */
final class StepLength {
    private static final double DECAY = 0.99;
    private static final double SOFTENING = 1e-6;

    private final Optimizer optimizer;
    private final double learningRate;
    private double average;
    private double forgotten = 1;

    StepLength(Optimizer optimizer, double learningRate) {
        this.optimizer = optimizer;
        this.learningRate = learningRate;
    }

    /** Whether the next step depends on the gradient's norm. */
    boolean needsNorm() {
        return optimizer == Optimizer.GROUP_RMSPROP;
    }

    /** The length of the next step. The gradient's squared norm is used only if {@link #needsNorm}. */
    double next(double squaredNorm) {
        if (!needsNorm()) {
            return learningRate;
        }
        average = DECAY * average + (1 - DECAY) * squaredNorm;
        forgotten *= DECAY;
        return learningRate / (Math.sqrt(average / (1 - forgotten)) + SOFTENING);
    }
}
