package org.guesscheck.core.descent;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
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

    Descent run(int epochs, int historyEvery, BooleanSupplier cancelled) {
        long start = System.nanoTime();
        List<LossPoint> history = new ArrayList<>();
        for (int epoch = 0; epoch < epochs; epoch++) {
            if ((epoch & (CANCEL_EVERY - 1)) == 0 && stops(cancelled)) {
                throw new DescentCancelledException(outcome(epoch, historyEvery, history, start));
            }
            if (historyEvery > 0 && epoch % historyEvery == 0) {
                history.add(losses(epoch));
            }
            gradient();
            update.run(weights, gradient);
        }
        return outcome(epochs, historyEvery, history, start);
    }

    /** Whether the run was cancelled or its thread interrupted. */
    static boolean stops(BooleanSupplier cancelled) {
        return cancelled.getAsBoolean() || Thread.currentThread().isInterrupted();
    }

    private Descent outcome(int epochs, int historyEvery, List<LossPoint> history, long start) {
        LossPoint end = losses(epochs);
        if (historyEvery > 0) {
            history.add(end);
        }
        double zero = problem.trainLoss(new double[factors.rows() * factors.cols()]);
        boolean converged = end.trainLoss() <= Descent.CONVERGED_SHARE * zero;
        double seconds = (System.nanoTime() - start) * 1e-9;
        String digest = WeightDigest.of(factors, (f, r, c) -> factors.get(weights, f, r, c));
        return new Descent(
                epochs,
                end.trainLoss(),
                end.generalizationLoss(),
                converged,
                seconds,
                Descent.FIXED_ORDER,
                0,
                digest,
                history);
    }

    /** The gradient at the current weights, in the layout of the weights. The next call overwrites it. */
    float[][] gradient() {
        forward.run(weights);
        residuals.run(forward.product);
        backward.run(weights, forward, residuals.gradient, gradient);
        return gradient;
    }

    /** The predicted matrix of the last forward pass, row by row. */
    float[] predicted() {
        return forward.product;
    }

    private LossPoint losses(int epoch) {
        forward.run(weights);
        double[] product = new double[forward.product.length];
        for (int e = 0; e < product.length; e++) {
            product[e] = forward.product[e];
        }
        return new LossPoint(epoch, problem.trainLoss(product), problem.generalizationLoss(product));
    }
}
