package org.guesscheck.core.kernel;

import java.util.stream.IntStream;
import org.guesscheck.core.problem.Measurements;

/**
 * An orthogonal change of basis of the residuals that puts those with the largest mean square first. It leaves the loss as it
 * is and serves speed alone, so that it need not be exact in what is large.
 *
 * <p>Which method makes it is part of the determinism contract, since another has other bits. Up to {@link #MOST_MEASUREMENTS}
 * measurements of {@link #MOST_ENTRIES} entries all residuals are brought in order, which takes some tenths of a second and
 * grows with the cube. Beyond, the {@link LeadingResiduals#COUNT} largest are brought in order, at a cost of as many reflections of the
 * measurements: more are seldom looked at before a draw is rejected.
 */
final class LossRotation {
    /** Measurements up to which all residuals are brought in order. */
    static final int MOST_MEASUREMENTS = 192;

    /** Entries of a measurement up to which all residuals are brought in order. */
    static final int MOST_ENTRIES = 4096;

    private LossRotation() {}

    /**
     * Rotates measurements and targets into the eigenvectors of the residuals' second moments, v A A^T + y y^T when the
     * entries of W are independent with variance v, or into the leading ones where there are many. The sum of squared residuals
     * stays what it was.
     *
     * @param measurements the measurements
     * @param variance variance v of an entry under the prior; it matters to speed alone
     * @param checkpoint asked every few milliseconds; ends the work by throwing
     * @return as many rotated measurements, by falling second moment
     */
    static Measurements largestResidualsFirst(Measurements measurements, double variance, Runnable checkpoint) {
        return measurements.count() <= MOST_MEASUREMENTS && measurements.length() <= MOST_ENTRIES
                ? allInOrder(measurements, variance, checkpoint)
                : LeadingResiduals.first(measurements, variance, checkpoint);
    }

    static int[] order(double[][] moments) {
        return falling(IntStream.range(0, moments.length)
                .mapToDouble(i -> moments[i][i])
                .toArray());
    }

    static int[] falling(double[] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted((a, b) -> Double.compare(values[b], values[a]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static Measurements allInOrder(Measurements measurements, double variance, Runnable checkpoint) {
        int n = measurements.count();
        double[][] matrices = measurements.matrices();
        double[] targets = measurements.targets();
        double[][] moments = new double[n][n];
        for (int i = 0; i < n; i++) {
            checkpoint.run();
            for (int j = 0; j < n; j++) {
                double sum = targets[i] * targets[j];
                for (int e = 0; e < matrices[i].length; e++) {
                    sum += variance * matrices[i][e] * matrices[j][e];
                }
                moments[i][j] = sum;
            }
        }
        double[][] vectors = JacobiMethod.eigenvectors(moments, checkpoint);
        int[] order = order(moments);
        double[][] rotated = new double[n][matrices[0].length];
        double[] rotatedTargets = new double[n];
        for (int i = 0; i < n; i++) {
            checkpoint.run();
            for (int j = 0; j < n; j++) {
                double weight = vectors[j][order[i]];
                rotatedTargets[i] += weight * targets[j];
                for (int e = 0; e < matrices[j].length; e++) {
                    rotated[i][e] += weight * matrices[j][e];
                }
            }
        }
        return Measurements.of(rotated, rotatedTargets);
    }
}
