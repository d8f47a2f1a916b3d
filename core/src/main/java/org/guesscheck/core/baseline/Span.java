package org.guesscheck.core.baseline;

/** The span of measurement matrices, with an orthonormal basis. A matrix is an array of m * m' numbers row by row. */
interface Span {
    /** How many dimensions it has. */
    int rank();

    /** The inner products of a matrix with the basis. */
    double[] coordinates(double[] matrix);

    /** The matrix of the span with these coordinates. */
    double[] matrix(double[] coordinates);

    /**
     * The product a B c of two matrices and one of the basis.
     *
     * @param k which matrix B of the basis
     * @param a a matrix of some rows, with as many columns as B has rows
     * @param c a matrix with as many rows as B has columns
     */
    double[] product(int k, double[] a, double[] c);

    /** The product a transpose(B) c. */
    double[] transposedProduct(int k, double[] a, double[] c);
}
