package org.guesscheck.core.linear;

/**
 * The product of k Householder reflections as one matrix, Q = I - V T transpose(V) (Schreiber and Van Loan, "A
 * storage-efficient WY representation for products of Householder transformations", 1989).
 *
 * @param offset the first component that Q changes
 * @param vectors the k columns of V as rows, without the components before the offset
 * @param factor the upper triangular matrix T, k x k
 */
record ReflectionBlock(int offset, double[][] vectors, double[][] factor) {
    /** The product of the reflections I - tau_j v_j transpose(v_j), in their order. */
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

    /** Replaces columns from to to - 1 of a matrix by Q, or by the inverse transpose(Q), times them. */
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
