package org.guesscheck.core.descent;

import org.guesscheck.core.network.Activation;
import org.guesscheck.core.problem.Problem;

/** The epochs of one run. */
final class DescentRun {
    /** Epochs between two checks for cancellation, so that the checks cost nothing; a power of two. */
    private static final int CANCEL_EVERY = 64;

    private final Problem problem;
    private final Factors factors;
    private final ForwardPass forward;
    private final BackwardPass backward;
    private final Residuals residuals;
    private final WeightUpdate update;
    private final float[][] weights;
    private final float[][] gradient;

    DescentRun(Problem problem, Factors factors, Activation activation, float[][] weights, WeightUpdate update) {
        this.problem = problem;
        this.factors = factors;
        this.weights = weights;
        this.update = update;
        Activations activations = new Activations(activation);
        forward = new ForwardPass(factors, activations);
        backward = new BackwardPass(factors, activations);
        residuals = new Residuals(problem.train(), factors.rows() * factors.cols());
        gradient = factors.allocate();
    }

    Descent run(DescentSettings settings) {
        EpochLog log = new EpochLog(settings);
        for (int epoch = 0; epoch < settings.epochs(); epoch++) {
            if ((epoch & (CANCEL_EVERY - 1)) == 0) {
                if (settings.stops()) {
                    throw new DescentCancelledException(outcome(epoch, log));
                }
                log.tell(epoch);
            }
            if (log.records(epoch)) {
                log.add(losses(epoch));
            }
            gradient();
            update.run(weights, gradient);
        }
        log.end();
        return outcome(settings.epochs(), log);
    }

    private Descent outcome(int epochs, EpochLog log) {
        LossPoint end = losses(epochs);
        boolean converged = end.converged(problem);
        double seconds = log.seconds();
        String digest = WeightDigest.of(factors, (f, r, c) -> factors.get(weights, f, r, c));
        return new Descent(
                end,
                converged,
                new DescentExecution(Descent.FIXED_ORDER, seconds, 0),
                digest,
                log.history(end),
                forward.product.clone());
    }

    /** The gradient at the current weights, in the layout of the weights. The next call overwrites it. */
    float[][] gradient() {
        forward.run(weights);
        residuals.run(forward.product);
        backward.run(weights, forward, residuals.gradient, gradient);
        return gradient;
    }

    private LossPoint losses(int epoch) {
        forward.run(weights);
        return LossPoint.of(epoch, problem, forward.product);
    }
}
