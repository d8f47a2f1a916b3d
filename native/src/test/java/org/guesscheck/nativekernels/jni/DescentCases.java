package org.guesscheck.nativekernels.jni;

import java.util.ArrayList;
import java.util.List;
import org.guesscheck.core.kernel.descent.DescentKernel;
import org.guesscheck.core.kernel.descent.DescentShape;
import org.guesscheck.core.kernel.descent.Direction;
import org.guesscheck.core.kernel.descent.Factors;
import org.guesscheck.core.kernel.descent.StepNumbers;
import org.guesscheck.core.kernel.descent.TrainingData;
import org.guesscheck.core.network.Activation;

/** Sixteen runs of gradient descent on made-up numbers, of shapes that have tails of everything. */
final class DescentCases {
    private static final int LANES = DescentKernel.LANES;

    /** Steps of a case. */
    static final int STEPS = 3;

    private DescentCases() {}

    static List<DescentShape> shapes() {
        List<DescentShape> shapes = new ArrayList<>();
        for (Activation activation : List.of(Activation.LINEAR, Activation.TANH, Activation.LEAKY_RELU)) {
            for (Factors factors : List.of(
                    new Factors(5, 5, 5, 2),
                    new Factors(4, 6, 3, 1),
                    new Factors(3, 7, 16, 2),
                    new Factors(4, 6, 21, 3),
                    new Factors(1, 1, 1, 4),
                    new Factors(2, 19, 37, 2),
                    new Factors(7, 3, 6, 5))) {
                int kind = shapes.size();
                shapes.add(new DescentShape(
                        factors, activation, 1 + kind % 9, kind % 2 == 0, Direction.values()[kind % 3]));
            }
        }
        return shapes;
    }

    /** Number i of an array that the C program makes as well. */
    private static float number(int i, int factor) {
        return (i * factor % 101 - 50) / 64f;
    }

    /** The results of a few steps: residuals and norms, then weights, products and gradients of every lane. */
    static float[] results(DescentKernel kernel, DescentShape shape) {
        for (int lane = 0; lane < LANES; lane++) {
            kernel.start(lane, train(shape, lane), weights(shape, lane));
        }
        StepNumbers numbers = StepNumbers.zeros();
        for (int lane = 0; lane < LANES; lane++) {
            numbers.length()[lane] = (1 + lane) / 512f;
            numbers.momentum()[lane] = lane / 32f;
            numbers.correction()[lane] = 1 + lane / 4f;
        }
        float[] residuals = new float[LANES];
        float[] norms = new float[LANES];
        List<float[]> results = new ArrayList<>();
        for (int t = 0; t < STEPS; t++) {
            kernel.gradient(residuals, norms);
            kernel.step(numbers);
            results.add(residuals.clone());
            results.add(norms.clone());
        }
        float[][] weights = new float[LANES][];
        float[][] products = new float[LANES][shape.entries()];
        float[][] gradients = new float[LANES][];
        float[][] rows = shape.factors().allocate();
        for (int lane = 0; lane < LANES; lane++) {
            kernel.weights(lane, rows);
            weights[lane] = flat(rows);
            kernel.product(lane, products[lane]);
            kernel.gradient(lane, rows);
            gradients[lane] = flat(rows);
        }
        results.add(interleaved(weights));
        results.add(interleaved(products));
        results.add(interleaved(gradients));
        return flat(results.toArray(float[][]::new));
    }

    private static TrainingData train(DescentShape shape, int lane) {
        float[][] matrices = new float[shape.measurements()][shape.entries()];
        float[] targets = new float[shape.measurements()];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = number(LANES * i + lane, 47);
            for (int e = 0; e < matrices[i].length; e++) {
                int at = i * shape.entries() + e;
                matrices[i][e] = number(shape.shared() ? at : LANES * at + lane, 41);
            }
        }
        return new TrainingData(matrices, targets);
    }

    private static float[][] weights(DescentShape shape, int lane) {
        float[][] weights = shape.factors().allocate();
        for (int e = 0; e < shape.weights(); e++) {
            weights[e / weights[0].length][e % weights[0].length] = number(LANES * e + lane, 37);
        }
        return weights;
    }

    private static float[] flat(float[][] rows) {
        int count = 0;
        for (float[] row : rows) {
            count += row.length;
        }
        float[] all = new float[count];
        int at = 0;
        for (float[] row : rows) {
            System.arraycopy(row, 0, all, at, row.length);
            at += row.length;
        }
        return all;
    }

    /** Lanes side by side, as C has them. */
    private static float[] interleaved(float[][] lanes) {
        float[] all = new float[LANES * lanes[0].length];
        for (int i = 0; i < all.length; i++) {
            all[i] = lanes[i % LANES][i / LANES];
        }
        return all;
    }
}
