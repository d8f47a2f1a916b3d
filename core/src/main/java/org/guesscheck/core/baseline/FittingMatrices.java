package org.guesscheck.core.baseline;

import java.util.Arrays;
import org.guesscheck.core.linear.InterruptCheck;
import org.guesscheck.core.problem.Measurements;
import org.guesscheck.core.problem.Problem;

/**
 * The affine space of all matrices that fit the training data, or come closest to it where the data contradict themselves.
 *
 * @param span the directions that the data determine
 * @param coordinates of the point in the span, by its basis
 */
record FittingMatrices(Span span, double[] coordinates) {
    static FittingMatrices of(Problem problem) {
        Measurements train = problem.train();
        int rows = problem.rows();
        int cols = problem.cols();
        if (train.positions().isPresent()) {
            return observed(rows, cols, train.positions().get(), train.targets());
        }
        OrthonormalBasis basis = OrthonormalBasis.of(train.matrices(), InterruptCheck::check);
        return new FittingMatrices(
                new MatrixSpan(rows, cols, basis.vectors()), basis.shortest(train.targets(), InterruptCheck::check));
    }

    /** An entry that is observed more than once has the mean of its targets. */
    private static FittingMatrices observed(int rows, int cols, int[] positions, double[] targets) {
        int[] count = new int[rows * cols];
        double[] sum = new double[rows * cols];
        for (int i = 0; i < positions.length; i++) {
            count[positions[i]]++;
            sum[positions[i]] += targets[i];
        }
        int[] distinct = Arrays.stream(positions).sorted().distinct().toArray();
        double[] means =
                Arrays.stream(distinct).mapToDouble(e -> sum[e] / count[e]).toArray();
        return new FittingMatrices(new EntrySpan(rows, cols, distinct), means);
    }

    /** The point of the space that is next to the zero matrix. */
    double[] closestToZero() {
        return span.matrix(coordinates);
    }

    /** The point of the space that is next to a matrix. */
    double[] closestTo(double[] matrix) {
        double[] off = span.coordinates(matrix);
        Dense.add(off, -1, coordinates);
        double[] closest = matrix.clone();
        Dense.add(closest, -1, span.matrix(off));
        return closest;
    }

    /** The mean over measurements of the squared norm of the part of a measurement matrix that the data leave free. */
    double meanFreeSquare(Measurements measurements) {
        double sum = 0;
        if (span instanceof EntrySpan seen && measurements.positions().isPresent()) {
            for (int e : measurements.positions().get()) {
                sum += Arrays.binarySearch(seen.positions(), e) < 0 ? 1 : 0;
            }
            return sum / measurements.count();
        }
        for (int i = 0; i < measurements.count(); i++) {
            InterruptCheck.check();
            double[] matrix = measurements.matrix(i);
            double[] determined = span.coordinates(matrix);
            sum += Math.max(0, Dense.dot(matrix, matrix) - Dense.dot(determined, determined));
        }
        return sum / measurements.count();
    }
}
