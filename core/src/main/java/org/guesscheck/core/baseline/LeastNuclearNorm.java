package org.guesscheck.core.baseline;

import java.util.Optional;
import org.guesscheck.core.linear.InterruptCheck;

/**
 * The matrix of least nuclear norm by a barrier method for the dual problem (Boyd and Vandenberghe, "Convex Optimization",
 * sections 11.2 and 11.3).
 *
 * <p>The norm of a matrix X that fits is at least its inner product with a matrix M whose largest singular value is at most 1. For M
 * in the span of the measurements that product is the same for all X, and the largest of them is the least norm. Newton's method
 * maximizes t &lt;M, X&gt; + log det(I - M M^T) for growing t. At the maximum, (2 / t) (I - M M^T)^-1 M fits.
 */
final class LeastNuclearNorm {
    /** The relative duality gap that is reached. */
    static final double GAP = 1e-6;

    /** By what t grows. */
    private static final double GROWTH = 10;

    private static final int MOST_STEPS = 60;

    /** Newton's method ends when half of this is left to be gained: the square of its decrement. */
    private static final double CENTERED = 1e-2;

    /** The share of the gain promised by the slope that a step must have. */
    private static final double SUFFICIENT = 0.1;

    /** A step that is shortened further is lost in rounding. */
    private static final double SHORTEST = 1e-9;

    private final int rows;
    private final int cols;
    private final FittingMatrices fitting;
    private final Span span;
    private final double[] targets;

    private LeastNuclearNorm(int rows, int cols, FittingMatrices fitting) {
        this.rows = rows;
        this.cols = cols;
        this.fitting = fitting;
        span = fitting.span();
        targets = fitting.coordinates();
    }

    /** A matrix that fits, its norm, and its gap. */
    record Solution(double[] matrix, double norm, double gap) {}

    static Solution of(int rows, int cols, FittingMatrices fitting) {
        return new LeastNuclearNorm(rows, cols, fitting).solve();
    }

    /** A dual point M inside the barrier. */
    private record Inside(double[] coordinates, double[] matrix, Cholesky distance) {}

    /** The maximum for one t, and the matrix that fits. */
    private record Centered(Inside point, double[] fit) {}

    private Solution solve() {
        double[] start = fitting.closestToZero();
        SingularValues values = SingularValues.of(rows, cols, start);
        double norm = values.nuclearNorm();
        if (norm == 0) {
            return new Solution(start, 0, 0);
        }
        Solution best = new Solution(start, norm, 1);
        double t = 1 / values.spectralNorm();
        Optional<Inside> point = inside(new double[span.rank()]);
        while (point.isPresent() && best.gap() > GAP) {
            Optional<Centered> centered = center(point.get(), t);
            point = centered.map(Centered::point);
            Solution found = centered.map(this::solution).orElse(best);
            best = found.gap() < best.gap() ? found : best;
            t *= GROWTH;
        }
        return best;
    }

    private Optional<Inside> inside(double[] coordinates) {
        double[] m = span.matrix(coordinates);
        double[] squares = Dense.product(rows, m, Dense.transposed(rows, cols, m), rows);
        double[][] distance = new double[rows][rows];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < rows; c++) {
                distance[r][c] = (r == c ? 1 : 0) - squares[r * rows + c];
            }
        }
        return Cholesky.of(distance, InterruptCheck::check).map(chol -> new Inside(coordinates, m, chol));
    }

    /** Newton's method for one t, with steps that are halved until they gain enough; empty where rounding hinders it. */
    private Optional<Centered> center(Inside from, double t) {
        Inside point = from;
        for (int i = 0; i < MOST_STEPS; i++) {
            double[] m = point.matrix();
            double[] inverse = point.distance().inverse();
            double[] k = Dense.product(rows, inverse, m, cols);
            double[] other = Dense.product(cols, Dense.transposed(rows, cols, m), k, cols);
            for (int c = 0; c < cols; c++) {
                other[c * cols + c] += 1;
            }
            double[] slope = Dense.scaled(targets, t);
            Dense.add(slope, -2, span.coordinates(k));
            Optional<Cholesky> curvature = Cholesky.of(curvature(inverse, k, other), InterruptCheck::check);
            if (curvature.isEmpty()) {
                return Optional.empty();
            }
            double[] step = curvature.get().solve(slope);
            double gain = Dense.dot(slope, step);
            if (gain <= CENTERED) {
                // K after the step, to first order: it fits where K itself fits up to the slope.
                double[] moved = span.matrix(step);
                double[] turned = Dense.transposed(rows, cols, moved);
                double[] after = k.clone();
                Dense.add(after, 1, product(product(inverse, moved, cols), other, cols));
                Dense.add(after, 1, product(product(k, turned, rows), k, cols));
                return Optional.of(new Centered(point, fitting.closestTo(Dense.scaled(after, 2 / t))));
            }
            Optional<Inside> next = along(point, step, gain, t);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            point = next.get();
        }
        return Optional.empty();
    }

    private double[] product(double[] a, double[] b, int width) {
        return Dense.product(rows, a, b, width);
    }

    /** The second derivatives of -log det(I - M M^T) by the coordinates of M. */
    private double[][] curvature(double[] inverse, double[] k, double[] other) {
        double[][] curvature = new double[span.rank()][];
        for (int j = 0; j < curvature.length; j++) {
            InterruptCheck.check();
            double[] image = span.product(j, inverse, other);
            Dense.add(image, 1, span.transposedProduct(j, k, k));
            curvature[j] = Dense.scaled(span.coordinates(image), 2);
        }
        return curvature;
    }

    private Optional<Inside> along(Inside point, double[] step, double gain, double t) {
        double here = value(point, t);
        for (double length = 1; length >= SHORTEST; length /= 2) {
            double[] moved = point.coordinates().clone();
            Dense.add(moved, length, step);
            Optional<Inside> next = inside(moved);
            if (next.isPresent() && value(next.get(), t) >= here + SUFFICIENT * length * gain) {
                return next;
            }
        }
        return Optional.empty();
    }

    private double value(Inside point, double t) {
        return Math.fma(
                t, Dense.dot(targets, point.coordinates()), point.distance().logDeterminant());
    }

    private Solution solution(Centered centered) {
        double norm = SingularValues.of(rows, cols, centered.fit()).nuclearNorm();
        Inside point = centered.point();
        double bound = Dense.dot(targets, point.coordinates())
                / SingularValues.of(rows, cols, point.matrix()).spectralNorm();
        return new Solution(centered.fit(), norm, Math.max(0, 1 - bound / norm));
    }
}
