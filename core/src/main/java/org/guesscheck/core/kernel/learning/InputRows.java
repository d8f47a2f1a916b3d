package org.guesscheck.core.kernel.learning;

import java.util.Arrays;

/**
 * Training inputs as combinations of the numbers that a first layer is drawn through: {@code z_r = sum over s < length(r) of row[r][s]
 * g_s}, where g_s are rows of prior numbers, one for each unit.
 *
 * <p>With a Gaussian prior the rows of the first layer's pre-activations X W_1 are normal with covariance X X^T = L L^T, so {@code row} is
 * L: input r needs the first numbers only, whatever the number of features, and a draw that is wrong about an early input never draws the others.
 * The inputs are X = L Q with orthonormal rows Q, which is what turns numbers back into weights: W_1 = Q^T G where it is determined by G.
 * With another prior, or where every weight is wanted, {@code row} is X itself and g_s are the rows of W_1.
 *
 * <p>Orthonormal rows are found by Gram and Schmidt's method, each input twice, which is enough (Giraud, Langou and Rozloznik 2005), in
 * double precision.
 */
final class InputRows {
    /** What is left of an input, over its norm, below which it counts as a combination of the inputs before it. */
    private static final double LEAST_PART = 1e-9;

    private final float[] rows;
    private final int[] needed;
    private final float[] directions;
    private final int features;

    private InputRows(float[] rows, int[] needed, float[] directions, int features) {
        this.rows = rows;
        this.needed = needed;
        this.directions = directions;
        this.features = features;
    }

    /** The inputs as they are, for weights. */
    static InputRows ofWeights(float[][] inputs) {
        int features = inputs[0].length;
        int[] needed = new int[inputs.length + 1];
        Arrays.fill(needed, 1, needed.length, features);
        return new InputRows(flat(inputs, features), needed, null, features);
    }

    /** Rows one after the other, the shorter ones filled up with zeros. */
    static float[] flat(float[][] rows, int length) {
        float[] flat = new float[rows.length * length];
        for (int r = 0; r < rows.length; r++) {
            System.arraycopy(rows[r], 0, flat, r * length, rows[r].length);
        }
        return flat;
    }

    /** The triangular rows. */
    static InputRows triangular(float[][] inputs) {
        int features = inputs[0].length;
        int most = Math.min(inputs.length, features);
        double[][] basis = new double[most][];
        float[][] rows = new float[inputs.length][];
        int[] needed = new int[inputs.length + 1];
        int rank = 0;
        for (int r = 0; r < inputs.length; r++) {
            double[] left = new double[features];
            for (int j = 0; j < features; j++) {
                left[j] = inputs[r][j];
            }
            double norm = Math.sqrt(dot(left, left));
            double[] row = new double[rank + 1];
            for (int pass = 0; pass < 2; pass++) {
                for (int s = 0; s < rank; s++) {
                    double part = dot(basis[s], left);
                    row[s] += part;
                    for (int j = 0; j < features; j++) {
                        left[j] -= part * basis[s][j];
                    }
                }
            }
            double rest = Math.sqrt(dot(left, left));
            int length = rank;
            if (rank < most && rest > LEAST_PART * norm) {
                row[rank] = rest;
                for (int j = 0; j < features; j++) {
                    left[j] /= rest;
                }
                basis[rank++] = left;
                length = rank;
            }
            rows[r] = singles(row, length);
            needed[r + 1] = rank;
        }
        float[][] directions = new float[rank][];
        for (int s = 0; s < rank; s++) {
            directions[s] = singles(basis[s], features);
        }
        return new InputRows(flat(rows, rank), needed, flat(directions, features), features);
    }

    private static float[] singles(double[] numbers, int length) {
        float[] singles = new float[length];
        for (int i = 0; i < length; i++) {
            singles[i] = (float) numbers[i];
        }
        return singles;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** The factors, input after input, {@link #stride} each. */
    float[] rows() {
        return rows;
    }

    /** Elements from input to input. */
    int stride() {
        return needed[needed.length - 1];
    }

    /** The number of features, that of biases included. */
    int features() {
        return features;
    }

    /** How many rows of numbers the first inputs need. */
    int needed(int inputs) {
        return needed[inputs];
    }

    /** Whether the numbers are weights, so that nothing is left to draw. */
    boolean areWeights() {
        return directions == null;
    }

    /** The orthonormal rows Q, one after the other. */
    float[] directions() {
        return directions;
    }
}
