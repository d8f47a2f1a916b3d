package org.guesscheck.core.baseline;

import java.util.List;

/**
 * The span of an orthonormal list of matrices.
 *
 * @param rows their rows
 * @param cols their columns
 * @param basis the matrices
 */
record MatrixSpan(int rows, int cols, List<double[]> basis) implements Span {
    @Override
    public int rank() {
        return basis.size();
    }

    @Override
    public double[] coordinates(double[] matrix) {
        double[] found = new double[basis.size()];
        for (int k = 0; k < found.length; k++) {
            found[k] = Dense.dot(basis.get(k), matrix);
        }
        return found;
    }

    @Override
    public double[] matrix(double[] coordinates) {
        double[] matrix = new double[rows * cols];
        for (int k = 0; k < coordinates.length; k++) {
            Dense.add(matrix, coordinates[k], basis.get(k));
        }
        return matrix;
    }

    @Override
    public double[] product(int k, double[] a, double[] c) {
        double[] first = Dense.product(a.length / rows, a, basis.get(k), cols);
        return Dense.product(a.length / rows, first, c, c.length / cols);
    }

    @Override
    public double[] transposedProduct(int k, double[] a, double[] c) {
        double[] turned = Dense.transposed(rows, cols, basis.get(k));
        double[] first = Dense.product(a.length / cols, a, turned, rows);
        return Dense.product(a.length / cols, first, c, c.length / rows);
    }
}
