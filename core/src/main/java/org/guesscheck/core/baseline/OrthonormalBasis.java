package org.guesscheck.core.baseline;

import java.util.ArrayList;
import java.util.List;

/**
 * Vectors as combinations of an orthonormal basis of their span, by Gram and Schmidt's process with every subtraction done twice
 * (Giraud, Langou and Rozloznik 2005: twice is enough).
 *
 * @param vectors the basis
 * @param coefficients for each given vector, its coefficients by the basis: as many as the basis had vectors then
 */
record OrthonormalBasis(List<double[]> vectors, double[][] coefficients) {
    /** A vector whose part outside the span of those before is shorter than this, relative to its length, adds nothing. */
    private static final double DEPENDENT = 1e-9;

    /**
     * Makes the basis.
     *
     * @param given all of one length
     * @param checkpoint called for every vector; ends the work by throwing
     */
    static OrthonormalBasis of(double[][] given, Runnable checkpoint) {
        List<double[]> span = new ArrayList<>();
        double[][] coefficients = new double[given.length][];
        for (int i = 0; i < given.length; i++) {
            checkpoint.run();
            double[] v = given[i].clone();
            double length = Dense.norm(v);
            double[] along = new double[span.size() + 1];
            for (int pass = 0; pass < 2; pass++) {
                for (int k = 0; k < span.size(); k++) {
                    double part = Dense.dot(span.get(k), v);
                    along[k] += part;
                    Dense.add(v, -part, span.get(k));
                }
            }
            double left = Dense.norm(v);
            if (left > DEPENDENT * length) {
                along[span.size()] = left;
                span.add(Dense.scaled(v, 1 / left));
            }
            coefficients[i] = along;
        }
        return new OrthonormalBasis(span, coefficients);
    }

    /**
     * The coordinates by the basis of the shortest vector whose inner products with the given vectors are the targets, or come
     * closest to them in the sum of squares.
     *
     * @param targets one for each given vector
     * @param checkpoint called often; ends the work by throwing
     */
    double[] shortest(double[] targets, Runnable checkpoint) {
        int rank = vectors.size();
        if (rank == coefficients.length) {
            // Row by row, so that measurements of very different lengths lose no digits.
            double[] z = new double[rank];
            for (int i = 0; i < rank; i++) {
                double sum = targets[i];
                for (int k = 0; k < i; k++) {
                    sum = Math.fma(-coefficients[i][k], z[k], sum);
                }
                z[i] = sum / coefficients[i][i];
            }
            return z;
        }
        double[][] columns = new double[rank][targets.length];
        for (int i = 0; i < targets.length; i++) {
            for (int k = 0; k < Math.min(rank, coefficients[i].length); k++) {
                columns[k][i] = coefficients[i][k];
            }
        }
        OrthonormalBasis images = of(columns, checkpoint);
        double[] z = new double[rank];
        for (int k = rank - 1; k >= 0; k--) {
            z[k] = Dense.dot(images.vectors.get(k), targets);
            for (int j = k + 1; j < rank; j++) {
                z[k] = Math.fma(-images.coefficients[j][k], z[j], z[k]);
            }
            z[k] /= images.coefficients[k][k];
        }
        return z;
    }
}
