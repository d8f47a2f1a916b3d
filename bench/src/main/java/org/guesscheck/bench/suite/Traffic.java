package org.guesscheck.bench.suite;

import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.WeightLayout;
import org.guesscheck.core.network.Network;

/**
 * Bytes that work moves between registers and memory, caches included. An array counts once for each step that writes it and once for
 * each step that reads it. A step that loads an element again moves more, so these are the fewest bytes, and an intensity
 * made from them is the highest. Constants and the generator's state are not counted, as they stay in registers or are few.
 *
 * @param bytes bytes of one unit of work
 * @param workingSet bytes of the arrays that the work goes through again and again, which say in which cache they stay
 */
record Traffic(double bytes, double workingSet) {
    /** Work in registers alone. */
    static final Traffic NONE = new Traffic(0, 0);

    private static final double WRITTEN_AND_READ = 2.0 * Float.BYTES;

    /** Bytes of a vector of 16 lanes. */
    private static final double VECTOR = (double) Float.BYTES * Question.LANES;

    /** Numbers that are written to one buffer. */
    static Traffic written(int vectors) {
        return new Traffic(Float.BYTES, vectors * VECTOR);
    }

    /** Bytes that are read from an array of that size. */
    static Traffic read(double size) {
        return new Traffic(1, size);
    }

    /**
     * Of one draw: its weights and its product are written by one step and read by the next. Two groups share the coefficients of
     * the first residuals. The features of a large network of depth 3 or more are written and read between factors; those of a small
     * one stay in registers.
     */
    static Traffic draw(Question question) {
        WeightLayout layout = question.layout();
        double entries = (double) question.rows() * question.cols();
        Network network = question.network();
        double features = layout.whole() ? 0 : (double) question.rows() * network.width() * (network.depth() - 2);
        double coefficients = question.firstResiduals() * entries * Float.BYTES;
        double bytes = WRITTEN_AND_READ * (layout.weights() + entries + features) + coefficients / (2 * Question.LANES);
        double inFlight = features > 0 ? 2.0 * question.rows() * network.width() : 0;
        return new Traffic(bytes, VECTOR * (layout.atOnce() + layout.batch() * entries + inFlight) + coefficients);
    }

    /** Of one floating-point operation of small products: the factors are read and the products are written. */
    static Traffic product(KernelWork.Products products) {
        double side = products.side();
        double bytes = VECTOR * products.batch() * (2 * side * products.units() + side * side);
        return new Traffic(bytes / products.flops(), bytes);
    }

    /** Of one floating-point operation of a product of n x n matrices: two are read and one is written. */
    static Traffic matrixProduct(int n) {
        double bytes = 3.0 * Float.BYTES * n * n;
        return new Traffic(bytes / (2.0 * n * n * n), bytes);
    }

    /**
     * Of one epoch of one run: weights are read forward and backward and changed by the step, the gradient and the features are
     * written and read, and the measurements are read for the residuals and for the gradient.
     *
     * @param lanes runs that are computed side by side and share the measurements
     */
    static Traffic epoch(Network network, int lanes) {
        double side = Shape.SIDE;
        double weights = WeightLayout.of(Shape.SIDE, Shape.SIDE, network).weights();
        double features = side * network.width() * (network.depth() - 1);
        double measurements = Float.BYTES * side * side * Shape.MEASUREMENTS;
        double bytes = Float.BYTES * (4 * weights + 2 * weights + 2 * features) + 2 * measurements / lanes;
        return new Traffic(bytes, Float.BYTES * lanes * (2 * weights + 2 * features) + measurements);
    }
}
