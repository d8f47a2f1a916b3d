package org.guesscheck.core.linear;

/**
 * The product of some Householder reflections in one piece, I - V T transpose(V) (Schreiber and Van Loan, "A
 * storage-efficient WY representation for products of Householder transformations", 1989).
 *
 * @param offset components before this one are left as they are
 * @param vectors the columns of V as rows, from the component at the offset on
 * @param factor the upper triangular matrix T
 */
record ReflectionBlock(int offset, double[][] vectors, double[][] factor) {
    /** The block of reflections I - tau v transpose(v). */
    static ReflectionBlock of(int offset, double[][] vectors, double[] tau) {
        int count = vectors.length;
        double[][] factor = new double[count][count];
        for (int j = 0; j < count; j++) {
            factor[j][j] = tau[j];
            double[] along = new double[j];
            for (int i = 0; i < j; i++) {
                along[i] = RowProducts.dot(vectors[i], vectors[j], 0);
            }
            for (int i = 0; i < j; i++) {
                double sum = 0;
                for (int k = i; k < j; k++) {
                    sum = Math.fma(factor[i][k], along[k], sum);
                }
                factor[i][j] = -tau[j] * sum;
            }
        }
        return new ReflectionBlock(offset, vectors, factor);
    }

    /** Replaces columns of a matrix by their images, or by those of the inverse. */
    void apply(double[][] matrix, int from, int to, boolean inverse, Runnable checkpoint) {
        double[][] negative = RowProducts.transposed(vectors);
        for (double[] row : negative) {
            for (int k = 0; k < row.length; k++) {
                row[k] = -row[k];
            }
        }
        double[][] turned = inverse ? RowProducts.transposed(factor) : factor;
        double[][] along = new double[vectors.length][to];
        double[][] weighted = new double[vectors.length][to];
        RowProducts.add(along, 0, vectors, matrix, offset, from, to, checkpoint);
        RowProducts.add(weighted, 0, turned, along, 0, from, to, checkpoint);
        RowProducts.add(matrix, offset, negative, weighted, 0, from, to, checkpoint);
    }
}
