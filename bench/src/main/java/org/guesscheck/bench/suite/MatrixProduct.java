package org.guesscheck.bench.suite;

import java.util.ArrayList;
import java.util.List;

/** A way to multiply large square matrices of single precision. {@link #usable()} lists the ways that are timed. */
public interface MatrixProduct {
    /** The name in tables and files. */
    String name();

    /** The most bytes that a product of n x n matrices allocates. */
    default long allocates(int n) {
        return 0;
    }

    /** Prepares c = a b for n x n matrices, row by row. */
    Job job(int n, float[] a, float[] b);

    /** A product that can be computed again and again. */
    interface Job {
        /** Multiplies. */
        void run();

        /** The last product, row by row. */
        float[] result();
    }

    /** All ways that can be used on this machine, the baseline first. */
    static List<MatrixProduct> usable() {
        List<MatrixProduct> usable = new ArrayList<>(List.of(new PlainProduct()));
        for (String name : List.of("vector", "openblas")) {
            LibraryProduct product = new LibraryProduct(name);
            if (product.loads()) {
                usable.add(product);
            }
        }
        return usable;
    }

    /** The usable way with the given name. */
    static MatrixProduct named(String name) {
        return usable().stream()
                .filter(product -> product.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("matrix product: '" + name + "'; usable here are "
                        + usable().stream().map(MatrixProduct::name).toList()));
    }

    /**
     * A job whose product C = A B was checked: for a vector v, C v must agree with A (B v) in double precision, up to the error of sums
     * of n terms in single precision.
     *
     * @throws IllegalStateException if its product is wrong
     */
    default Job checkedJob(int n) {
        float[] a = numbers(n, 1);
        float[] b = numbers(n, 2);
        float[] v = numbers(n, 3);
        Job job = job(n, a, b);
        job.run();
        double[] bv = times(n, b, widened(v, n));
        double[] expected = times(n, a, bv);
        double[] actual = times(n, job.result(), widened(v, n));
        for (int i = 0; i < n; i++) {
            // Entries are below 1: n^2 terms, each of a sum with n roundings of 2^-24.
            if (!(Math.abs(actual[i] - expected[i]) <= (double) n * n * n * 0x1p-24)) {
                throw new IllegalStateException("matrix product " + name() + ": wrong at n = " + n);
            }
        }
        return job;
    }

    private static double[] times(int n, float[] matrix, double[] vector) {
        double[] out = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                out[i] += matrix[i * n + j] * vector[j];
            }
        }
        return out;
    }

    private static double[] widened(float[] values, int count) {
        double[] out = new double[count];
        for (int i = 0; i < count; i++) {
            out[i] = values[i];
        }
        return out;
    }

    /** Numbers in (-1, 1). */
    private static float[] numbers(int n, long seed) {
        java.util.SplittableRandom random = new java.util.SplittableRandom(seed);
        float[] out = new float[n * n];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) random.nextDouble(-1, 1);
        }
        return out;
    }
}
