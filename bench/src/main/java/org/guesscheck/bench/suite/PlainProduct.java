package org.guesscheck.bench.suite;

import java.util.Arrays;

/** The baseline: three loops of plain Java, row by row, of which C2 turns the innermost into vector code. */
final class PlainProduct implements MatrixProduct {
    @Override
    public String name() {
        return "plain-java";
    }

    @Override
    public Job job(int n, float[] a, float[] b) {
        float[][] rows = new float[n][];
        for (int k = 0; k < n; k++) {
            rows[k] = Arrays.copyOfRange(b, k * n, (k + 1) * n);
        }
        float[] row = new float[n];
        float[] c = new float[n * n];
        return new Job() {
            @Override
            public void run() {
                for (int i = 0; i < n; i++) {
                    Arrays.fill(row, 0);
                    for (int k = 0; k < n; k++) {
                        add(row, a[i * n + k], rows[k]);
                    }
                    System.arraycopy(row, 0, c, i * n, n);
                }
            }

            @Override
            public float[] result() {
                return c;
            }
        };
    }

    private static void add(float[] sum, float factor, float[] row) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] = Math.fma(factor, row[j], sum[j]);
        }
    }
}
