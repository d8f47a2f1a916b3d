package org.guesscheck.core.baseline;

import java.util.ArrayList;
import java.util.List;
import org.guesscheck.core.problem.Measurements;
import org.guesscheck.core.problem.Problem;

/**
 * The affine space of all matrices that fit the training data, or come closest to it where the data contradict themselves: a
 * point and the orthonormal basis of all directions that the data determine. A matrix is an array of m * m' numbers row by row.
 */
final class FittingMatrices {
    /** A measurement whose part outside the span of the others is shorter than this, relative to its length, adds nothing. */
    private static final double DEPENDENT = 1e-9;

    /** Conjugate gradients end when the gradient is this small relative to the first one. */
    private static final double SMALL_GRADIENT = 1e-13;

    private final Measurements train;
    private final int entries;
    /** Which entries are observed; null if matrices are measured. */
    private final int[] observed;

    private final List<double[]> basis;
    private final double[] leastSquares;

    private FittingMatrices(Problem problem) {
        train = problem.train();
        entries = problem.rows() * problem.cols();
        observed = train.positions().orElse(null);
        basis = observed == null ? orthonormal(train) : List.of();
        leastSquares = conjugateGradients();
    }

    static FittingMatrices of(Problem problem) {
        return new FittingMatrices(problem);
    }

    /** The point of the space that is next to the zero matrix; not to be changed. */
    double[] closestToZero() {
        return leastSquares;
    }

    /** How many directions the data determine. */
    int rank() {
        return observed == null
                ? basis.size()
                : (int) java.util.Arrays.stream(observed).distinct().count();
    }

    /** Replaces a direction by its part that the data determine. */
    void determined(double[] direction) {
        if (observed != null) {
            boolean[] kept = new boolean[entries];
            for (int e : observed) {
                kept[e] = true;
            }
            for (int e = 0; e < entries; e++) {
                direction[e] = kept[e] ? direction[e] : 0;
            }
            return;
        }
        double[] sum = new double[entries];
        for (double[] b : basis) {
            add(sum, dot(b, direction), b);
        }
        System.arraycopy(sum, 0, direction, 0, entries);
    }

    /** Replaces a matrix by the one that fits and is next to it. */
    void project(double[] matrix) {
        double[] off = new double[entries];
        for (int e = 0; e < entries; e++) {
            off[e] = matrix[e] - leastSquares[e];
        }
        determined(off);
        add(matrix, -1, off);
    }

    /** Gram and Schmidt's process run twice (Giraud, Langou and Rozloznik 2005: twice is enough). */
    private static List<double[]> orthonormal(Measurements measurements) {
        List<double[]> span = new ArrayList<>();
        for (int i = 0; i < measurements.count(); i++) {
            double[] v = measurements.matrix(i);
            double length = Math.sqrt(dot(v, v));
            for (int pass = 0; pass < 2; pass++) {
                for (double[] b : span) {
                    add(v, -dot(b, v), b);
                }
            }
            double left = Math.sqrt(dot(v, v));
            if (left > DEPENDENT * length) {
                for (int e = 0; e < v.length; e++) {
                    v[e] /= left;
                }
                span.add(v);
            }
        }
        return span;
    }

    /**
     * Conjugate gradients for the normal equations from the zero matrix (Hestenes and Stiefel 1952, CGLS): the iterates stay in the
     * span of the measurements, so the limit is the solution of least norm, whether or not the data contradict themselves.
     */
    private double[] conjugateGradients() {
        double[] x = new double[entries];
        double[] residual = train.targets();
        double[] gradient = adjoint(residual);
        double[] direction = gradient.clone();
        double squares = dot(gradient, gradient);
        double goal = SMALL_GRADIENT * SMALL_GRADIENT * squares;
        for (int i = 0; i < 10 * (train.count() + 1) && squares > goal; i++) {
            double[] image = measure(direction);
            double step = squares / dot(image, image);
            add(x, step, direction);
            add(residual, -step, image);
            gradient = adjoint(residual);
            double next = dot(gradient, gradient);
            for (int e = 0; e < entries; e++) {
                direction[e] = Math.fma(next / squares, direction[e], gradient[e]);
            }
            squares = next;
        }
        return x;
    }

    private double[] measure(double[] matrix) {
        double[] values = new double[train.count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = observed == null ? dot(train.matrix(i), matrix) : matrix[observed[i]];
        }
        return values;
    }

    private double[] adjoint(double[] values) {
        double[] matrix = new double[entries];
        for (int i = 0; i < values.length; i++) {
            if (observed == null) {
                add(matrix, values[i], train.matrix(i));
            } else {
                matrix[observed[i]] += values[i];
            }
        }
        return matrix;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int e = 0; e < a.length; e++) {
            sum = Math.fma(a[e], b[e], sum);
        }
        return sum;
    }

    /** y += factor * x. */
    static void add(double[] y, double factor, double[] x) {
        for (int e = 0; e < y.length; e++) {
            y[e] = Math.fma(factor, x[e], y[e]);
        }
    }
}
