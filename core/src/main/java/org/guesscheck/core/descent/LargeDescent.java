package org.guesscheck.core.descent;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.stream.IntStream;
import org.guesscheck.core.kernel.descent.Factors;
import org.guesscheck.core.kernel.descent.RowActivations;
import org.guesscheck.core.matrix.GemmShape;
import org.guesscheck.core.matrix.SparseMultiplierProvider;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.problem.Measurements;
import org.guesscheck.core.problem.Problem;

/**
 * The epochs of one large run. It computes the same as {@link LaneLoop}, but in products of whole matrices off the heap, so that
 * the bits depend on the multiplier. All memory is allocated before the first epoch.
 */
final class LargeDescent {
    /** The number of multiplications and additions in a forward pass from which on products of whole matrices are faster. */
    static final long LARGE = 1L << 24;

    private final Problem problem;
    private final Factors factors;
    private final RowActivations activations;
    private final TimedMultiplier products;
    private final LargeUpdate update;
    private final int threads;
    private final LastFactor last;
    private final String name;
    private final MemorySegment[] weights;
    private final MemorySegment[] gradient;
    /** [factor] outputs after the activation, for all factors but the last. In a linear network the first outputs are the first weights. */
    private final MemorySegment[] outputs;

    private final MemorySegment product;
    private final MemorySegment outer;
    private final MemorySegment inner;

    LargeDescent(
            Arena arena,
            Problem problem,
            Activation activation,
            MatrixProducts multiplying,
            LargeUpdate update,
            InitialWeights initial) {
        this.problem = problem;
        this.update = update;
        factors = initial.factors();
        products = multiplying.dense();
        threads = multiplying.threads();
        SparseMultiplierProvider sparse = multiplying.sparse();
        activations = new RowActivations(activation);
        weights = FactorMemory.matrices(arena, factors);
        gradient = FactorMemory.matrices(arena, factors);
        outputs = new MemorySegment[factors.depth() - 1];
        for (int f = 0; f < outputs.length; f++) {
            boolean alias = f == 0 && activations.linear();
            outputs[f] = alias ? weights[0] : FactorMemory.matrix(arena, factors.rows(), factors.width());
        }
        product = FactorMemory.matrix(arena, factors.rows(), factors.cols());
        int hidden = factors.depth() > 2 ? factors.width() : 1;
        outer = FactorMemory.matrix(arena, factors.rows(), hidden);
        inner = FactorMemory.matrix(arena, factors.rows(), hidden);
        Measurements train = problem.train();
        if (factors.depth() > 1 && density(train) <= sparse.worthwhileShare()) {
            ObservedEntries observed = new ObservedEntries(
                    factors.rows(), factors.cols(), train.positions().orElseThrow(), train.targets());
            SparseLastFactor sampled = new SparseLastFactor(arena, observed, factors, products, sparse, threads);
            last = sampled;
            name = products.name() + "; observed entries by " + sampled.name();
        } else {
            last = factors.depth() > 1
                    ? new DenseLastFactor(arena, train, factors, products, product)
                    : new OnlyFactor(arena, train, factors, products);
            name = products.name();
        }
        initial.draw((f, r, c, value) -> weights[f].setAtIndex(ValueLayout.JAVA_FLOAT, index(f, r, c), value));
    }

    /** The share of observed entries; infinite if measurements are whole matrices. */
    private static double density(Measurements train) {
        return train.positions().isPresent() ? (double) train.count() / train.length() : Double.POSITIVE_INFINITY;
    }

    /** Index of a weight in its factor's memory. */
    private long index(int factor, int row, int col) {
        return factor == factors.depth() - 1 && last.transposed()
                ? (long) col * factors.rowsOf(factor) + row
                : (long) row * factors.colsOf(factor) + col;
    }

    private float weight(int factor, int row, int col) {
        return weights[factor].getAtIndex(ValueLayout.JAVA_FLOAT, index(factor, row, col));
    }

    /** Whether a run is large, by the multiplications and additions of a forward pass, counted with dense measurements. */
    static boolean takes(Problem problem, Factors factors) {
        double entries = (double) factors.rows() * factors.cols();
        double hidden = factors.depth() == 1
                ? 0
                : entries * factors.width()
                        + (factors.depth() - 2.0) * factors.rows() * factors.width() * factors.width();
        return hidden + problem.train().count() * entries >= LARGE;
    }

    /** Bytes outside of the heap that a run needs. */
    static long bytes(Problem problem, Factors factors, boolean momentum) {
        long weights = 0;
        for (int f = 0; f < factors.depth(); f++) {
            weights += (long) factors.rowsOf(f) * factors.colsOf(f);
        }
        long hidden = factors.depth() > 1 ? (factors.depth() + 1L) * factors.rows() * factors.width() : 0;
        long entries = (long) factors.rows() * factors.cols();
        boolean dense = problem.train().positions().isEmpty();
        long measurements = dense ? problem.train().count() * entries : entries;
        return Float.BYTES * ((momentum ? 3 : 2) * weights + hidden + 2 * entries + measurements);
    }

    Descent run(DescentSettings settings) {
        EpochLog log = new EpochLog(settings);
        log.weights(0, factors, this::weight);
        for (int epoch = 0; epoch < settings.epochs(); epoch++) {
            if (settings.stops()) {
                throw new DescentCancelledException(outcome(epoch, log));
            }
            log.tell(epoch);
            forward();
            boolean watched = settings.stop().watches();
            if (watched || log.records(epoch)) {
                LossPoint losses = LossPoint.of(epoch, problem, predicted());
                if (settings.stop().ends(losses.trainLoss())) {
                    log.end(epoch);
                    return outcome(epoch, log);
                }
                if (log.records(epoch)) {
                    log.add(losses);
                }
            }
            last.forward(features(), weights[weights.length - 1]);
            backward();
            update.run(weights, gradient);
        }
        log.end(settings.epochs());
        return outcome(settings.epochs(), log);
    }

    private Descent outcome(int epochs, EpochLog log) {
        DescentExecution execution = new DescentExecution(name, log.seconds(), products.seconds());
        forward();
        float[] predicted = predicted();
        LossPoint end = LossPoint.of(epochs, problem, predicted);
        log.weights(epochs, factors, this::weight);
        String digest = WeightDigest.of(factors, this::weight);
        return new Descent(end, end.converged(problem), execution, digest, log.history(end), predicted);
    }

    /** The outputs of the factor before the last; null if there is only one factor. */
    private MemorySegment features() {
        return outputs.length == 0 ? null : outputs[outputs.length - 1];
    }

    /** Computes the outputs of all factors but the last. */
    private void forward() {
        for (int f = 0; f < outputs.length; f++) {
            MemorySegment out = outputs[f];
            if (f > 0) {
                int width = factors.width();
                products.multiply(GemmShape.plain(factors.rows(), width, width), outputs[f - 1], weights[f], out);
            } else if (!activations.linear()) {
                MemorySegment.copy(weights[0], 0, out, 0, out.byteSize());
            }
            if (!activations.linear()) {
                rows().forEach(i -> activate(out, i));
            }
        }
    }

    private IntStream rows() {
        IntStream rows = IntStream.range(0, factors.rows());
        return threads > 1 ? rows.parallel() : rows;
    }

    private void activate(MemorySegment out, int row) {
        float[] values = new float[factors.width()];
        FactorMemory.read(out, row, values);
        activations.apply(values);
        FactorMemory.write(values, out, row);
    }

    private void backward() {
        int rows = factors.rows();
        int width = factors.width();
        int end = factors.depth() - 1;
        MemorySegment behind = end == 1 ? gradient[0] : outer;
        last.backward(features(), weights[end], gradient[end], behind);
        for (int f = end - 1; f >= 0; f--) {
            if (!activations.linear()) {
                MemorySegment values = behind;
                MemorySegment output = outputs[f];
                rows().forEach(i -> differentiate(values, output, i));
            }
            if (f > 0) {
                products.multiply(GemmShape.leftTransposed(width, width, rows), outputs[f - 1], behind, gradient[f]);
                MemorySegment before = f == 1 ? gradient[0] : behind == outer ? inner : outer;
                products.multiply(GemmShape.rightTransposed(rows, width, width), behind, weights[f], before);
                behind = before;
            }
        }
    }

    private void differentiate(MemorySegment values, MemorySegment output, int row) {
        float[] gradients = new float[factors.width()];
        float[] at = new float[gradients.length];
        FactorMemory.read(values, row, gradients);
        FactorMemory.read(output, row, at);
        activations.differentiate(gradients, at);
        FactorMemory.write(gradients, values, row);
    }

    /** The predicted matrix of the last forward pass, row by row. */
    private float[] predicted() {
        MemorySegment end = weights[weights.length - 1];
        if (outputs.length == 0) {
            return end.toArray(ValueLayout.JAVA_FLOAT);
        }
        int cols = factors.cols();
        int width = factors.width();
        products.multiply(
                new GemmShape(false, last.transposed(), factors.rows(), cols, width), features(), end, product);
        return product.toArray(ValueLayout.JAVA_FLOAT);
    }
}
