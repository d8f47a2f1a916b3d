package org.guesscheck.core.kernel;

import java.util.Arrays;
import org.guesscheck.core.linear.Reflections;
import org.guesscheck.core.linear.RowProducts;
import org.guesscheck.core.problem.Measurements;
import org.guesscheck.core.random.SplitMix64;

/**
 * Rotates residuals so that the largest come first, where it would take too long to bring all of them in order.
 *
 * <p>Random directions, multiplied by the second moments, approach the leading eigenvectors (subspace iteration: Halko,
 * Martinsson and Tropp 2011). Reflections turn the residuals so that the first of them are along these directions, whatever
 * these are, and the first ones are then rotated among themselves.
 */
final class LeadingResiduals {
    /** Residuals that are brought in order. */
    static final int COUNT = 128;

    /** Multiplications by the second moments that bring random directions close to the leading ones. */
    private static final int ITERATIONS = 2;

    /** "rotation" in ASCII. */
    private static final long SEED = 0x726f746174696f6eL;

    private LeadingResiduals() {}

    /**
     * Rotates measurements and targets.
     *
     * @param measurements the measurements
     * @param variance variance of an entry under the prior
     * @param checkpoint asked every few milliseconds; ends the work by throwing
     * @return as many rotated measurements, by falling second moment
     */
    static Measurements first(Measurements measurements, double variance, Runnable checkpoint) {
        int n = measurements.count();
        double[][] matrices = measurements.matrices();
        double[][] targets = new double[n][];
        double[] y = measurements.targets();
        Arrays.setAll(targets, i -> new double[] {y[i]});
        int leading = n;
        if (n > COUNT) {
            double[][] directions = directions(matrices, y, variance, checkpoint);
            Reflections reflections = Reflections.of(directions, 0, checkpoint);
            reflections.applyInverse(matrices);
            reflections.applyInverse(targets);
            leading = reflections.rank();
        }
        if (leading > 0) {
            rotateFirst(leading, matrices, targets, variance, checkpoint);
        }
        double[] moments = new double[n];
        Arrays.setAll(
                moments, i -> variance * RowProducts.dot(matrices[i], matrices[i], 0) + targets[i][0] * targets[i][0]);
        int[] order = LossRotation.falling(moments);
        return Measurements.of(
                Arrays.stream(order).mapToObj(i -> matrices[i]).toArray(double[][]::new),
                Arrays.stream(order).mapToDouble(i -> targets[i][0]).toArray());
    }

    /** Directions near the leading eigenvectors of the second moments, neither orthogonal nor of unit length. */
    private static double[][] directions(double[][] matrices, double[] y, double variance, Runnable checkpoint) {
        int n = y.length;
        int entries = matrices[0].length;
        double[][] columns = RowProducts.transposed(matrices);
        SplitMix64 random = new SplitMix64(SEED);
        double[][] directions = new double[COUNT][n];
        for (double[] direction : directions) {
            Arrays.setAll(direction, i -> random.nextDouble() - 0.5);
        }
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            double[][] spread = new double[COUNT][entries];
            RowProducts.add(spread, 0, directions, matrices, 0, 0, entries, checkpoint);
            double[][] moved = new double[COUNT][n];
            RowProducts.add(moved, 0, spread, columns, 0, 0, n, checkpoint);
            for (int k = 0; k < COUNT; k++) {
                double along = RowProducts.dot(directions[k], y, 0);
                double largest = 0;
                for (int i = 0; i < n; i++) {
                    moved[k][i] = Math.fma(along, y[i], variance * moved[k][i]);
                    largest = Math.max(largest, Math.abs(moved[k][i]));
                }
                // Lengths do not matter, but squares of very small or large numbers have no digits.
                for (int i = 0; i < n && largest > 0; i++) {
                    moved[k][i] /= largest;
                }
            }
            directions = moved;
        }
        return directions;
    }

    /** Rotates the first rows into the eigenvectors of their second moments, by falling eigenvalue. */
    private static void rotateFirst(
            int count, double[][] matrices, double[][] targets, double variance, Runnable checkpoint) {
        double[][] moments = new double[count][count];
        for (int i = 0; i < count; i++) {
            checkpoint.run();
            for (int j = 0; j <= i; j++) {
                double along = variance * RowProducts.dot(matrices[i], matrices[j], 0);
                moments[i][j] = Math.fma(targets[i][0], targets[j][0], along);
                moments[j][i] = moments[i][j];
            }
        }
        double[][] vectors = RowProducts.transposed(JacobiMethod.eigenvectors(moments, checkpoint));
        int[] order = LossRotation.order(moments);
        double[][] rotation = Arrays.stream(order).mapToObj(i -> vectors[i]).toArray(double[][]::new);
        double[][] rotated = new double[count][matrices[0].length];
        RowProducts.add(rotated, 0, rotation, matrices, 0, 0, matrices[0].length, checkpoint);
        double[][] rotatedTargets = new double[count][1];
        RowProducts.add(rotatedTargets, 0, rotation, targets, 0, 0, 1, checkpoint);
        System.arraycopy(rotated, 0, matrices, 0, count);
        System.arraycopy(rotatedTargets, 0, targets, 0, count);
    }
}
