package org.guesscheck.core.descent;

import java.util.Arrays;

/**
 * Arithmetic on matrix rows in a fixed order, so that every machine computes the same bits.
 *
 * <p>Every loop runs over whole arrays with one common index. The JIT compiler turns such loops into vector code, but not loops with
 * a different offset for each array.
 */
final class RowArithmetic {
    private RowArithmetic() {}

    /** The inner product in 16 partial sums, element i in sum i mod 16, added in a tree. */
    static float dot(float[] a, float[] b) {
        float s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
        float t0 = 0, t1 = 0, t2 = 0, t3 = 0, t4 = 0, t5 = 0, t6 = 0, t7 = 0;
        int i = 0;
        for (; i + 15 < a.length; i += 16) {
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
        float rest = 0;
        for (; i < a.length; i++) {
            rest += a[i] * b[i];
        }
        float low = ((s0 + s4) + (s2 + s6)) + ((s1 + s5) + (s3 + s7));
        float high = ((t0 + t4) + (t2 + t6)) + ((t1 + t5) + (t3 + t7));
        return (low + high) + rest;
    }

    /** out = sum over r of coefficients[r] * matrix[first + r]. */
    static void combine(float[] out, float[] coefficients, float[][] matrix, int first) {
        int count = coefficients.length;
        Arrays.fill(out, 0);
        int r = 0;
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

    /** out = sum over r of coefficients[r][column] * matrix[r]. */
    static void combineColumn(float[] out, float[][] coefficients, int column, float[][] matrix) {
        int count = coefficients.length;
        Arrays.fill(out, 0);
        int r = 0;
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

    /** out[i] += row[i]^2. */
    static void addSquares(float[] out, float[] row) {
        for (int i = 0; i < out.length; i++) {
            out[i] += row[i] * row[i];
        }
    }

    /** buffer = momentum * buffer + gradient. */
    static void accumulate(float[] buffer, float momentum, float[] gradient) {
        for (int i = 0; i < buffer.length; i++) {
            buffer[i] = momentum * buffer[i] + gradient[i];
        }
    }

    /** weights -= step * direction. */
    static void step(float[] weights, float step, float[] direction) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] -= step * direction[i];
        }
    }

    /** out[c][r] = matrix[first + r][c]. */
    static void transpose(float[][] out, float[][] matrix, int first) {
        for (int c = 0; c < out.length; c++) {
            float[] row = out[c];
            for (int r = 0; r < row.length; r++) {
                row[r] = matrix[first + r][c];
            }
        }
    }
}
