package org.guesscheck.core.problem;

import java.util.Arrays;
import org.guesscheck.core.linear.InterruptCheck;
import org.guesscheck.core.random.SplitMix64;

/** Random problems. A problem depends on its sizes and its seed alone. */
final class RandomProblem {
    private RandomProblem() {}

    static Problem sensing(int rows, int cols, int rank, int measurements, long seed) {
        requireCounts(rows, cols, rank, measurements);
        ProblemSize.requireComplement(rows, cols, measurements);
        SplitMix64 random = new SplitMix64(seed);
        double[] truth = groundTruth(rows, cols, rank, random);
        double[][] matrices = new double[measurements][];
        for (int i = 0; i < measurements; i++) {
            InterruptCheck.check();
            matrices[i] = unitNormals(rows * cols, random);
        }
        return Problem.complementing(rows, cols, Measurements.measuringOwn(matrices, truth), truth);
    }

    static Problem completion(int rows, int cols, int rank, int measurements, long seed) {
        requireCounts(rows, cols, rank, measurements);
        ProblemSize.requireCompletion(rows, cols);
        SplitMix64 random = new SplitMix64(seed);
        double[] truth = groundTruth(rows, cols, rank, random);
        int[] order = shuffled(rows * cols, random);
        Measurements train = observing(Arrays.copyOf(order, measurements), truth);
        Measurements test = observing(Arrays.copyOfRange(order, measurements, order.length), truth);
        return Problem.of(rows, cols, train, test, truth);
    }

    private static Measurements observing(int[] positions, double[] truth) {
        return Measurements.entries(
                truth.length,
                positions,
                Arrays.stream(positions).mapToDouble(e -> truth[e]).toArray());
    }

    private static double[] groundTruth(int rows, int cols, int rank, SplitMix64 random) {
        double[] truth = new double[rows * cols];
        for (int r = 0; r < rank; r++) {
            double[] left = normals(rows, random);
            double[] right = normals(cols, random);
            for (int e = 0; e < truth.length; e++) {
                if (e % cols == 0) {
                    InterruptCheck.check();
                }
                truth[e] += left[e / cols] * right[e % cols];
            }
        }
        return unit(truth);
    }

    private static double[] unitNormals(int count, SplitMix64 random) {
        return unit(normals(count, random));
    }

    private static double[] normals(int count, SplitMix64 random) {
        double[] values = new double[count];
        for (int e = 0; e < count; e++) {
            values[e] = random.nextNormal();
        }
        return values;
    }

    private static double[] unit(double[] values) {
        double norm = Math.sqrt(Measurements.dot(values, values));
        for (int e = 0; e < values.length; e++) {
            values[e] /= norm;
        }
        return values;
    }

    private static int[] shuffled(int count, SplitMix64 random) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            if ((i & 0xffff) == 0) {
                InterruptCheck.check();
            }
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    private static void requireCounts(int rows, int cols, int rank, int measurements) {
        int entries = ProblemSize.entries(rows, cols);
        if (rank < 1 || rank > Math.min(rows, cols)) {
            throw new IllegalArgumentException(
                    "rank: " + rank + "; 1 to " + Math.min(rows, cols) + " is allowed for " + rows + " x " + cols);
        }
        if (measurements < 1 || measurements >= entries) {
            throw new IllegalArgumentException("measurements: " + measurements + "; 1 to " + (entries - 1)
                    + " is allowed, since with " + entries + " no test direction is left");
        }
    }
}
