package org.guesscheck.core.kernel.vector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import jdk.incubator.vector.VectorSpecies;
import org.guesscheck.core.kernel.Stages;
import org.guesscheck.core.kernel.descent.DescentKernel;
import org.guesscheck.core.kernel.descent.DescentShape;
import org.guesscheck.core.kernel.descent.Factors;
import org.guesscheck.core.kernel.descent.StepNumbers;
import org.guesscheck.core.kernel.descent.TrainingData;
import org.guesscheck.core.network.Activation;

/** Gradient descent with a run in each lane: number e of all 16 runs is one logical vector. */
final class VectorDescent implements DescentKernel {
    private final DescentShape shape;
    private final Factors factors;
    private final int last;
    private final boolean linear;

    private final float[] weights;
    private final float[] gradient;
    private final float[][] buffers;
    /** [factor] features of all factors but the last. In a linear network the first features are the first weights. */
    private final float[][] features;

    private final float[] product;
    private final float[] productGradient;
    private final float[] outer;
    private final float[] inner;
    private final float[] matrices;
    private final float[] targets;
    private final float[] shares;
    private final float[] residuals;
    private final float[] squares;

    private final LaneTiles tiles;
    private final LanePasses passes;
    private final LaneDots[] measuring;
    private final LaneCombination[] combining;
    /** The last product, where its inner products have partial sums. */
    private final LaneDots[] entries;

    private final LaneProduct[] forward;
    private final List<Backward> backward = new ArrayList<>();
    private TrainingData shared;

    /** The two products of a factor's backward pass, and the features by which the second is differentiated. */
    private record Backward(LaneProduct weights, LaneProduct before, float[] features) {}

    VectorDescent(VectorSpecies<Float> species, DescentShape shape) {
        this.shape = shape;
        factors = shape.factors();
        last = factors.depth() - 1;
        linear = shape.activation().kind() == Activation.Kind.LINEAR;
        int hidden = factors.rows() * factors.width();
        weights = vectors(shape.weights());
        gradient = vectors(shape.weights());
        buffers = new float[shape.direction().buffers()][];
        Arrays.setAll(buffers, b -> vectors(shape.weights()));
        features = new float[last][];
        Arrays.setAll(features, f -> f == 0 && linear ? weights : vectors(hidden));
        product = vectors(shape.entries());
        productGradient = last == 0 ? gradient : vectors(shape.entries());
        outer = vectors(last > 1 ? hidden : 0);
        inner = vectors(last > 2 ? hidden : 0);
        int measured = shape.measurements() * shape.entries();
        matrices = shape.shared() ? new float[measured] : vectors(measured);
        targets = vectors(shape.measurements());
        shares = vectors(shape.measurements());
        residuals = vectors(shape.measurements());
        squares = vectors(factors.rowLength());
        tiles = new LaneTiles(species);
        passes = Specialised.load(
                LanePasses.class, new VectorLanePasses.Constants(species, shape.activation(), shape.direction()));
        measuring = tiles.dots(shape.measurements(), shape.entries(), shape.shared());
        combining = tiles.combinations(shape.entries(), shape.shared());
        entries = last > 0 && factors.width() >= 16
                ? tiles.dots(factors.cols(), factors.width(), false)
                : new LaneDots[0];
        forward = new LaneProduct[last + 1];
        for (int f = 1; f <= last; f++) {
            forward[f] = forward(f);
            backward.addFirst(backward(f));
        }
    }

    private static float[] vectors(int count) {
        return new float[Math.addExact(Stages.BASE, Math.multiplyExact(LANES, count))];
    }

    private LaneProduct forward(int factor) {
        int width = factors.width();
        int at = factors.firstRow(factor) * width;
        return factor == last
                ? LaneProduct.of(factors.rows(), width, factors.cols())
                        .a(features[factor - 1], 0, width, 1)
                        .b(weights, at, 1, width)
                        .out(product, 0)
                : LaneProduct.of(factors.rows(), width, width)
                        .a(features[factor - 1], 0, width, 1)
                        .b(weights, at, width, 1)
                        .out(features[factor], 0);
    }

    private Backward backward(int factor) {
        int rows = factors.rows();
        int cols = factors.cols();
        int width = factors.width();
        int at = factors.firstRow(factor) * width;
        float[] input = features[factor - 1];
        // The gradients in the products alternate between two arrays, and the first factor's is the end of the way.
        float[] before = factor == 1 ? gradient : (last - factor) % 2 == 0 ? outer : inner;
        if (factor == last) {
            return new Backward(
                    LaneProduct.of(cols, rows, width)
                            .a(productGradient, 0, 1, cols)
                            .b(input, 0, width, 1)
                            .out(gradient, at),
                    LaneProduct.of(rows, cols, width)
                            .a(productGradient, 0, cols, 1)
                            .b(weights, at, width, 1)
                            .out(before, 0),
                    input);
        }
        float[] behind = (last - factor) % 2 == 0 ? inner : outer;
        return new Backward(
                LaneProduct.of(width, rows, width)
                        .a(input, 0, 1, width)
                        .b(behind, 0, width, 1)
                        .out(gradient, at),
                LaneProduct.of(rows, width, width)
                        .a(behind, 0, width, 1)
                        .b(weights, at, 1, width)
                        .out(before, 0),
                input);
    }

    @Override
    public void start(int lane, TrainingData train, float[][] start) {
        Objects.checkIndex(lane, LANES);
        TrainingData before = shared;
        shared = shape.requireFitting(train, start, before);
        if (!shape.shared() || before == null) {
            for (int i = 0; i < train.count(); i++) {
                float[] matrix = train.matrices()[i];
                for (int e = 0; e < matrix.length; e++) {
                    int at = i * matrix.length + e;
                    matrices[shape.shared() ? at : at(at, lane)] = matrix[e];
                }
            }
        }
        stop(lane);
        for (int i = 0; i < train.count(); i++) {
            targets[at(i, lane)] = train.targets()[i];
            shares[at(i, lane)] = 2f / train.count();
        }
        for (int r = 0; r < start.length; r++) {
            for (int c = 0; c < start[r].length; c++) {
                weights[at(r * start[r].length + c, lane)] = start[r][c];
            }
        }
    }

    private static int at(int vector, int lane) {
        return Stages.BASE + LANES * vector + lane;
    }

    /** Fills the lane with zeros, since numbers that are not finite and denormal ones would be slow. */
    @Override
    public void stop(int lane) {
        clear(weights, lane);
        clear(gradient, lane);
        clear(targets, lane);
        for (float[] buffer : buffers) {
            clear(buffer, lane);
        }
    }

    private static void clear(float[] array, int lane) {
        for (int i = Stages.BASE + lane; i < array.length; i += LANES) {
            array[i] = 0;
        }
    }

    @Override
    public void share(int lane, float[] given) {
        for (int i = 0; i < given.length; i++) {
            shares[at(i, lane)] = given[i];
        }
    }

    @Override
    public void gradient(float[] squaredResiduals, float[] squaredNorms) {
        predict();
        measure(squaredResiduals);
        int hidden = factors.rows() * factors.width();
        for (Backward factor : backward) {
            tiles.multiply(factor.weights);
            tiles.multiply(factor.before);
            passes.differentiate(factor.before.out, factor.before.outAt, factor.features, 0, hidden);
        }
        passes.squaredNorm(gradient, factors.storedRows(), factors.rowLength(), squares, squaredNorms);
    }

    private void predict() {
        int hidden = factors.rows() * factors.width();
        if (last == 0) {
            System.arraycopy(weights, 0, product, 0, product.length);
            return;
        }
        if (!linear) {
            passes.activate(weights, 0, features[0], 0, hidden);
        }
        for (int f = 1; f < last; f++) {
            tiles.multiply(forward[f]);
            passes.activate(features[f], 0, features[f], 0, hidden);
        }
        if (entries.length == 0) {
            tiles.multiply(forward[last]);
            return;
        }
        int cols = factors.cols();
        for (int i = 0; i < factors.rows(); i++) {
            for (int t = 0; t < entries.length; t++) {
                entries[t].dot(
                        features[last - 1],
                        i * factors.width(),
                        weights,
                        factors.firstRow(last) * factors.width(),
                        LaneTiles.start(cols, t, entries.length),
                        product,
                        i * cols);
            }
        }
    }

    private void measure(float[] squaredResiduals) {
        int count = shape.measurements();
        for (int t = 0; t < measuring.length; t++) {
            int first = LaneTiles.start(count, t, measuring.length);
            measuring[t].dot(product, 0, matrices, 0, first, residuals, 0);
        }
        passes.residuals(residuals, targets, shares, count, squaredResiduals);
        int length = shape.entries();
        for (int t = 0; t < combining.length; t++) {
            int first = LaneTiles.start(length, t, combining.length);
            combining[t].combine(residuals, matrices, count, length, first, productGradient);
        }
    }

    @Override
    public void step(StepNumbers numbers) {
        float[] other = switch (shape.direction()) {
            case GRADIENT, MOMENTUM -> numbers.momentum();
            case ADAM -> numbers.correction();
        };
        passes.step(weights, gradient, buffers, shape.weights(), numbers.length(), other);
    }

    @Override
    public void product(int lane, float[] out) {
        for (int e = 0; e < out.length; e++) {
            out[e] = product[at(e, lane)];
        }
    }

    @Override
    public void weights(int lane, float[][] out) {
        read(weights, lane, out);
    }

    @Override
    public void gradient(int lane, float[][] out) {
        read(gradient, lane, out);
    }

    private static void read(float[] from, int lane, float[][] out) {
        for (int r = 0; r < out.length; r++) {
            for (int c = 0; c < out[r].length; c++) {
                out[r][c] = from[at(r * out[r].length + c, lane)];
            }
        }
    }
}
