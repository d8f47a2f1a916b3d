package org.guesscheck.core.baseline;

/**
 * The matrices that are zero outside of observed entries.
 *
 * @param rows their rows
 * @param cols their columns
 * @param positions the observed entries, counted row by row; none twice
 */
record EntrySpan(int rows, int cols, int[] positions) implements Span {
    @Override
    public int rank() {
        return positions.length;
    }

    @Override
    public double[] coordinates(double[] matrix) {
        double[] found = new double[positions.length];
        for (int k = 0; k < found.length; k++) {
            found[k] = matrix[positions[k]];
        }
        return found;
    }

    @Override
    public double[] matrix(double[] coordinates) {
        double[] matrix = new double[rows * cols];
        for (int k = 0; k < coordinates.length; k++) {
            matrix[positions[k]] = coordinates[k];
        }
        return matrix;
    }

    @Override
    public double[] product(int k, double[] a, double[] c) {
        return outer(a, rows, positions[k] / cols, positions[k] % cols, c, cols);
    }

    @Override
    public double[] transposedProduct(int k, double[] a, double[] c) {
        return outer(a, cols, positions[k] % cols, positions[k] / cols, c, rows);
    }

    /** A column of a times a row of c. */
    private static double[] outer(double[] a, int inner, int column, int row, double[] c, int innerOfC) {
        int height = a.length / inner;
        int width = c.length / innerOfC;
        double[] out = new double[height * width];
        for (int i = 0; i < height; i++) {
            double factor = a[i * inner + column];
            for (int j = 0; j < width; j++) {
                out[i * width + j] = factor * c[row * width + j];
            }
        }
        return out;
    }
}
