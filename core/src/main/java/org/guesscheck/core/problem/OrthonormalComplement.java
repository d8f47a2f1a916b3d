package org.guesscheck.core.problem;

import java.util.ArrayList;
import java.util.List;
import org.guesscheck.core.linear.Reflections;

/**
 * An orthonormal basis of the orthogonal complement of some vectors.
 *
 * <p>The choice of the method is part of the determinism contract, because another method gives other bits. Up to {@link
 * #MOST_BY_GRAM_SCHMIDT} dimensions it is Gram and Schmidt's process, which takes some tenths of a second at that size. Beyond, it
 * is Householder's reflections, which are faster.
 */
final class OrthonormalComplement {
    /** The largest dimension at which the basis is made by Gram and Schmidt's process. */
    static final int MOST_BY_GRAM_SCHMIDT = 512;

    /** A vector lies in a span if the norm of its part outside is at most this share of its own norm. */
    static final double DEPENDENT = 1e-9;

    private OrthonormalComplement() {}

    /**
     * The basis of the complement.
     *
     * @param vectors at least one, all of one dimension; they may be linearly dependent
     * @param dimension their length
     * @param checkpoint called every few milliseconds; ends the work by throwing
     * @return dimension minus rank orthonormal vectors
     */
    static double[][] of(double[][] vectors, int dimension, Runnable checkpoint) {
        return dimension <= MOST_BY_GRAM_SCHMIDT
                ? byGramSchmidt(vectors, dimension, checkpoint)
                : Reflections.of(vectors, DEPENDENT, checkpoint).complement();
    }

    /**
     * Gram and Schmidt's process with every subtraction done twice, which suffices (Giraud, Langou and Rozloznik 2005). First it
     * takes the vectors in their order. Then it takes unit vectors, each time the one with the longest part outside of the span.
     */
    private static double[][] byGramSchmidt(double[][] vectors, int dimension, Runnable checkpoint) {
        List<double[]> span = new ArrayList<>();
        for (double[] v : vectors) {
            checkpoint.run();
            double length = Math.sqrt(Measurements.dot(v, v));
            double[] rest = residual(v, span);
            double left = Math.sqrt(Measurements.dot(rest, rest));
            if (left > DEPENDENT * length) {
                span.add(scaled(rest, 1 / left));
            }
        }
        int rank = span.size();
        double[] left = new double[dimension];
        for (int e = 0; e < dimension; e++) {
            left[e] = 1;
            for (double[] b : span) {
                left[e] -= b[e] * b[e];
            }
        }
        while (span.size() < dimension) {
            checkpoint.run();
            int best = 0;
            for (int e = 1; e < dimension; e++) {
                best = left[e] > left[best] ? e : best;
            }
            double[] unit = new double[dimension];
            unit[best] = 1;
            double[] rest = residual(unit, span);
            double[] direction = scaled(rest, 1 / Math.sqrt(Measurements.dot(rest, rest)));
            span.add(direction);
            for (int e = 0; e < dimension; e++) {
                left[e] -= direction[e] * direction[e];
            }
        }
        return span.subList(rank, dimension).toArray(double[][]::new);
    }

    private static double[] residual(double[] v, List<double[]> basis) {
        double[] rest = v.clone();
        for (int pass = 0; pass < 2; pass++) {
            for (double[] b : basis) {
                double along = Measurements.dot(b, rest);
                for (int e = 0; e < rest.length; e++) {
                    rest[e] = Math.fma(-along, b[e], rest[e]);
                }
            }
        }
        return rest;
    }

    private static double[] scaled(double[] v, double factor) {
        double[] out = v.clone();
        for (int e = 0; e < out.length; e++) {
            out[e] *= factor;
        }
        return out;
    }
}
