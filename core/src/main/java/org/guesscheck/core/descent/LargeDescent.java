package org.guesscheck.core.descent;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.problem.Problem;

/**
 * The epochs of one run whose time goes into matrix products: the same computation as {@link DescentRun}'s, in products of
 * whole matrices off the heap, so that the bits depend on who multiplies. All memory is allocated before the first epoch.
 */
final class LargeDescent {
    /** From this many multiplications and additions in a forward pass on, products of whole matrices pay. */
    static final long LARGE = 1L << 24;

    private final Problem problem;
    private final Factors factors;
    private final Activations activations;
    private final TimedProducts products;
    private final LargeUpdate update;
    private final LargeResiduals residuals;
    private final MemorySegment[] weights;
    private final MemorySegment[] gradient;
    /** [factor] after the activation, for all factors but the last. */
    private final MemorySegment[] outputs;

    private final MemorySegment product;
    private MemorySegment outer;
    private MemorySegment inner;

    LargeDescent(
            Arena arena,
            Problem problem,
            Factors factors,
            Activation activation,
            TimedProducts products,
            LargeUpdate update,
            InitialWeights initial) {
        this.problem = problem;
        this.factors = factors;
        this.products = products;
        this.update = update;
        activations = new Activations(activation);
        residuals = new LargeResiduals(arena, problem.train(), factors.rows() * factors.cols());
        weights = FactorMemory.matrices(arena, factors);
        gradient = FactorMemory.matrices(arena, factors);
        outputs = new MemorySegment[factors.depth() - 1];
        for (int f = 0; f < outputs.length; f++) {
            outputs[f] = FactorMemory.matrix(arena, factors.rows(), factors.width());
        }
        product = FactorMemory.matrix(arena, factors.rows(), factors.cols());
        int hidden = factors.depth() > 2 ? factors.width() : 1;
        outer = FactorMemory.matrix(arena, factors.rows(), hidden);
        inner = FactorMemory.matrix(arena, factors.rows(), hidden);
        initial.draw((f, r, c, value) ->
                weights[f].setAtIndex(ValueLayout.JAVA_FLOAT, (long) r * factors.colsOf(f) + c, value));
    }

    /** Whether a problem is large: the multiplications and additions of a forward pass with dense measurements. */
    static boolean takes(Problem problem, Factors factors) {
        long entries = (long) factors.rows() * factors.cols();
        long hidden = factors.depth() == 1
                ? 0
                : entries * factors.width()
                        + (factors.depth() - 2L) * factors.rows() * factors.width() * factors.width();
        return hidden + problem.train().count() * entries >= LARGE;
    }

    Descent run(int epochs, int historyEvery, BooleanSupplier cancelled) {
        long start = System.nanoTime();
        List<LossPoint> history = new ArrayList<>();
        for (int epoch = 0; epoch < epochs; epoch++) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("gradient descent was cancelled after " + epoch + " epochs");
            }
            forward();
            if (historyEvery > 0 && epoch % historyEvery == 0) {
                history.add(losses(epoch));
            }
            residuals.run(product, products);
            backward();
            update.run(weights, gradient);
        }
        forward();
        double seconds = (System.nanoTime() - start) * 1e-9;
        LossPoint end = losses(epochs);
        if (historyEvery > 0) {
            history.add(end);
        }
        double zero = problem.trainLoss(new double[factors.rows() * factors.cols()]);
        boolean converged = end.trainLoss() <= Descent.CONVERGED_SHARE * zero;
        String digest = WeightDigest.of(
                factors, (f, r, c) -> weights[f].getAtIndex(ValueLayout.JAVA_FLOAT, (long) r * factors.colsOf(f) + c));
        return new Descent(
                epochs,
                end.trainLoss(),
                end.generalizationLoss(),
                converged,
                seconds,
                products.name(),
                products.seconds(),
                digest,
                history);
    }

    private void forward() {
        int last = factors.depth() - 1;
        for (int f = 0; f <= last; f++) {
            MemorySegment out = f == last ? product : outputs[f];
            if (f == 0) {
                MemorySegment.copy(weights[0], 0, out, 0, out.byteSize());
            } else {
                int n = factors.colsOf(f);
                products.multiply(false, false, factors.rows(), n, factors.width(), outputs[f - 1], weights[f], out);
            }
            if (f < last && !activations.linear()) {
                activate(out);
            }
        }
    }

    private void activate(MemorySegment out) {
        float[] row = new float[factors.width()];
        for (int i = 0; i < factors.rows(); i++) {
            FactorMemory.read(out, i, row);
            activations.apply(row);
            FactorMemory.write(row, out, i);
        }
    }

    private void backward() {
        int rows = factors.rows();
        int width = factors.width();
        int last = factors.depth() - 1;
        if (last == 0) {
            MemorySegment.copy(residuals.gradient, 0, gradient[0], 0, gradient[0].byteSize());
            return;
        }
        MemorySegment behind = residuals.gradient;
        for (int f = last; f > 0; f--) {
            int n = factors.colsOf(f);
            products.multiply(true, false, width, n, rows, outputs[f - 1], behind, gradient[f]);
            MemorySegment before = f == 1 ? gradient[0] : outer;
            products.multiply(false, true, rows, width, n, behind, weights[f], before);
            if (!activations.linear()) {
                differentiate(before, outputs[f - 1]);
            }
            behind = before;
            MemorySegment swap = outer;
            outer = inner;
            inner = swap;
        }
    }

    private void differentiate(MemorySegment values, MemorySegment output) {
        float[] row = new float[factors.width()];
        float[] at = new float[row.length];
        for (int i = 0; i < factors.rows(); i++) {
            FactorMemory.read(values, i, row);
            FactorMemory.read(output, i, at);
            activations.differentiate(row, at);
            FactorMemory.write(row, values, i);
        }
    }

    /** The predicted matrix of the last forward pass, row by row. */
    float[] predicted() {
        return product.toArray(ValueLayout.JAVA_FLOAT);
    }

    private LossPoint losses(int epoch) {
        float[] single = predicted();
        double[] values = new double[single.length];
        for (int e = 0; e < values.length; e++) {
            values[e] = single[e];
        }
        return new LossPoint(epoch, problem.trainLoss(values), problem.generalizationLoss(values));
    }
}
