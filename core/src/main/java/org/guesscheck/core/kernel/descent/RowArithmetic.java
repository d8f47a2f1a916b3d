package org.guesscheck.core.kernel.descent;

/**
 * Arithmetic on matrix rows in a fixed order, so that every machine computes the same bits.
 *
 * <p>Every loop runs over whole arrays with one common index. The JIT compiler turns such loops into vector code, but not loops with
 * a different offset for each array. Every sum starts with its first term, not with zero.
 */
public final class RowArithmetic {
    private RowArithmetic() {}

    /**
     * The inner product in 16 partial sums, element i in sum i mod 16, added in a tree. The elements after the last whole sixteen are
     * added one after another, and this sum to the tree's.
     *
     * @param a at least one element
     * @param b as many
     * @return the inner product
     */
    public static float dot(float[] a, float[] b) {
        int whole = a.length & -16;
        if (whole == 0) {
            return sum(a, b, 0);
        }
        float s0 = a[0] * b[0], s1 = a[1] * b[1], s2 = a[2] * b[2], s3 = a[3] * b[3];
        float s4 = a[4] * b[4], s5 = a[5] * b[5], s6 = a[6] * b[6], s7 = a[7] * b[7];
        float t0 = a[8] * b[8], t1 = a[9] * b[9], t2 = a[10] * b[10], t3 = a[11] * b[11];
        float t4 = a[12] * b[12], t5 = a[13] * b[13], t6 = a[14] * b[14], t7 = a[15] * b[15];
        for (int i = 16; i < whole; i += 16) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
            s4 += a[i + 4] * b[i + 4];
            s5 += a[i + 5] * b[i + 5];
            s6 += a[i + 6] * b[i + 6];
            s7 += a[i + 7] * b[i + 7];
            t0 += a[i + 8] * b[i + 8];
            t1 += a[i + 9] * b[i + 9];
            t2 += a[i + 10] * b[i + 10];
            t3 += a[i + 11] * b[i + 11];
            t4 += a[i + 12] * b[i + 12];
            t5 += a[i + 13] * b[i + 13];
            t6 += a[i + 14] * b[i + 14];
            t7 += a[i + 15] * b[i + 15];
        }
        float low = ((s0 + s4) + (s2 + s6)) + ((s1 + s5) + (s3 + s7));
        float high = ((t0 + t4) + (t2 + t6)) + ((t1 + t5) + (t3 + t7));
        return whole == a.length ? low + high : (low + high) + sum(a, b, whole);
    }

    private static float sum(float[] a, float[] b, int from) {
        float sum = a[from] * b[from];
        for (int i = from + 1; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /**
     * out = sum over r of coefficients[r] * matrix[first + r].
     *
     * @param out receives the sum
     * @param coefficients at least one
     * @param matrix rows as long as out
     * @param first row of the first coefficient
     */
    public static void combine(float[] out, float[] coefficients, float[][] matrix, int first) {
        int count = coefficients.length;
        multiply(out, coefficients[0], matrix[first]);
        int r = 1;
        for (; r + 3 < count; r += 4) {
            add4(
                    out,
                    coefficients[r],
                    matrix[first + r],
                    coefficients[r + 1],
                    matrix[first + r + 1],
                    coefficients[r + 2],
                    matrix[first + r + 2],
                    coefficients[r + 3],
                    matrix[first + r + 3]);
        }
        for (; r < count; r++) {
            add(out, coefficients[r], matrix[first + r]);
        }
    }

    /**
     * out = sum over r of coefficients[r][column] * matrix[r].
     *
     * @param out receives the sum
     * @param coefficients at least one row
     * @param column of the coefficients
     * @param matrix rows as long as out
     */
    public static void combineColumn(float[] out, float[][] coefficients, int column, float[][] matrix) {
        int count = coefficients.length;
        multiply(out, coefficients[0][column], matrix[0]);
        int r = 1;
        for (; r + 3 < count; r += 4) {
            add4(
                    out,
                    coefficients[r][column],
                    matrix[r],
                    coefficients[r + 1][column],
                    matrix[r + 1],
                    coefficients[r + 2][column],
                    matrix[r + 2],
                    coefficients[r + 3][column],
                    matrix[r + 3]);
        }
        for (; r < count; r++) {
            add(out, coefficients[r][column], matrix[r]);
        }
    }

    private static void multiply(float[] out, float c, float[] m) {
        for (int i = 0; i < out.length; i++) {
            out[i] = c * m[i];
        }
    }

    private static void add4(
            float[] out, float c0, float[] m0, float c1, float[] m1, float c2, float[] m2, float c3, float[] m3) {
        for (int i = 0; i < out.length; i++) {
            out[i] = (((out[i] + c0 * m0[i]) + c1 * m1[i]) + c2 * m2[i]) + c3 * m3[i];
        }
    }

    private static void add(float[] out, float c, float[] m) {
        for (int i = 0; i < out.length; i++) {
            out[i] += c * m[i];
        }
    }

    /**
     * out[i] += row[i]^2.
     *
     * @param out the sums
     * @param row as long
     */
    public static void addSquares(float[] out, float[] row) {
        for (int i = 0; i < out.length; i++) {
            out[i] += row[i] * row[i];
        }
    }

    /**
     * buffer = momentum * buffer + gradient.
     *
     * @param buffer the buffer
     * @param momentum factor on the buffer
     * @param gradient as long
     */
    public static void accumulate(float[] buffer, float momentum, float[] gradient) {
        for (int i = 0; i < buffer.length; i++) {
            buffer[i] = momentum * buffer[i] + gradient[i];
        }
    }

    /**
     * weights -= step * direction.
     *
     * @param weights the weights
     * @param step length of the step
     * @param direction as long as the weights
     */
    public static void step(float[] weights, float step, float[] direction) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] -= step * direction[i];
        }
    }

    /**
     * out[c][r] = matrix[first + r][c].
     *
     * @param out receives the columns as rows
     * @param matrix rows as long as out has rows
     * @param first the first row that is transposed
     */
    public static void transpose(float[][] out, float[][] matrix, int first) {
        for (int c = 0; c < out.length; c++) {
            float[] row = out[c];
            for (int r = 0; r < row.length; r++) {
                row[r] = matrix[first + r][c];
            }
        }
    }
}
