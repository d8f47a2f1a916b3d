package org.guesscheck.core.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.guesscheck.core.matrix.scalar.ScalarMultiplier;
import org.guesscheck.core.matrix.scalar.ScalarSparseProvider;
import org.guesscheck.core.platform.Availability;
import org.guesscheck.core.platform.OnceLog;
import org.guesscheck.core.platform.VectorApi;

/**
 * Finds a multiplier for large gradient descent: a library, else the Vector API, else plain Java. Runs below 2^24 multiplications
 * in a forward pass need none, because they take their sums in a fixed order.
 *
 * <p>The size of a product is no part of the choice, because the library is fastest at nearly every size. Time of one thread (m x n x
 * k; Zen 4, 512 bits, Temurin 25, OpenBLAS 0.3.31):
 *
 * <table>
 * <caption>OpenBLAS and the Vector API</caption>
 * <tr><th>product</th><th>OpenBLAS</th><th>Vector API</th></tr>
 * <tr><td>4 x 4 x 4</td><td>0.10 us</td><td>0.14 us</td></tr>
 * <tr><td>1,840 x 5 x 5</td><td>5 us</td><td>36 us</td></tr>
 * <tr><td>2,048 x 2,048 x 2,048</td><td>158 ms</td><td>177 ms</td></tr>
 * <tr><td>5 x 1,840 x 1,840</td><td>2.4 ms</td><td>2.1 ms</td></tr>
 * <tr><td>5 x 1,840 x 1,840, right matrix transposed</td><td>2.5 ms</td><td>3.3 ms</td></tr>
 * </table>
 */
public final class Multipliers {
    /** The property that names the multiplier of large gradient descent: {@code auto}, {@code openblas}, {@code vector}, {@code scalar}. */
    public static final String PROPERTY = "guesscheck.products";

    private static final String MISSING = "the native module is missing: add guesscheck-native to the class path";
    private static final String VECTOR = "org.guesscheck.core.matrix.vector.VectorMultiplier";
    private static final System.Logger LOG = System.getLogger(Multipliers.class.getName());

    private Multipliers() {}

    /**
     * The multiplier that {@link #PROPERTY} names, by default {@code auto}.
     *
     * @param threads threads of one product, at least 1
     * @return the multiplier
     * @throws IllegalArgumentException if the property has a value that is no such name
     * @throws UnsupportedOperationException if the multiplier was asked for by its own name and can't be used here
     */
    public static Multiplier configured(int threads) {
        return named(System.getProperty(PROPERTY, "auto"), threads);
    }

    /**
     * Finds a multiplier.
     *
     * @param name {@code auto}, {@code openblas}, {@code vector} or {@code scalar}
     * @param threads threads of one product, at least 1
     * @return the multiplier; for {@code auto} the first of the three that can be used here. A multiplier before it in that order
     *     gets a warning with the reason, once in a JVM
     * @throws IllegalArgumentException if there is no such name
     * @throws UnsupportedOperationException if the multiplier was asked for by its own name and can't be used here
     */
    public static Multiplier named(String name, int threads) {
        return switch (name) {
            case "auto" -> automatic(threads, LOG);
            case "vector" -> vector(threads);
            case "scalar" -> new ScalarMultiplier(threads);
            case "openblas" -> library(name, threads);
            default ->
                throw new IllegalArgumentException(
                        PROPERTY + ": '" + name + "'; auto, openblas, vector or scalar is allowed");
        };
    }

    /**
     * The sparse multiplier beside {@link #configured}: plain Java if {@link #PROPERTY} is {@code scalar}, else the C kernels where
     * they can be used.
     *
     * @return the provider of the sparse multiplier
     */
    public static SparseMultiplierProvider configuredSparse() {
        return sparse(System.getProperty(PROPERTY, "auto").equals("scalar"));
    }

    /**
     * Finds a sparse multiplier.
     *
     * @param plain true for plain Java, false for the C kernels where they can be used
     * @return the provider of the sparse multiplier. If it is plain Java in place of C kernels that are there and can't be used, a
     *     warning says the reason, once in a JVM
     */
    public static SparseMultiplierProvider sparse(boolean plain) {
        SparseMultiplierProvider java = new ScalarSparseProvider();
        if (plain) {
            return java;
        }
        for (SparseMultiplierProvider provider :
                ServiceLoader.load(SparseMultiplierProvider.class, Multipliers.class.getClassLoader())) {
            String reason = provider.whyNot();
            if (reason.isEmpty()) {
                return provider;
            }
            OnceLog.inThisJvm(LOG).warn("products at observed entries run in plain Java: " + reason);
        }
        return java;
    }

    /**
     * All multipliers in order of preference.
     *
     * @return each multiplier, with the reason if it is not usable
     */
    public static List<Availability> describe() {
        List<Availability> all = new ArrayList<>();
        providers().forEach(provider -> all.add(Availability.of(provider)));
        if (all.isEmpty()) {
            all.add(new Availability("openblas", false, MISSING, ""));
        }
        String reason = VectorApi.whyNot();
        boolean usable = reason.isEmpty();
        all.add(new Availability("vector", usable, reason, usable ? vector(1).name() : ""));
        all.add(new Availability("scalar", true, "", ""));
        return List.copyOf(all);
    }

    private static Iterable<MultiplierProvider> providers() {
        return ServiceLoader.load(MultiplierProvider.class, Multipliers.class.getClassLoader());
    }

    /** The first multiplier that can be used here; the log is a parameter for tests. */
    static Multiplier automatic(int threads, System.Logger log) {
        try {
            return library("openblas", threads);
        } catch (UnsupportedOperationException e) {
            OnceLog.inThisJvm(log).warn(e.getMessage());
        }
        try {
            return vector(threads);
        } catch (UnsupportedOperationException e) {
            OnceLog.inThisJvm(log).warn(e.getMessage());
            return new ScalarMultiplier(threads);
        }
    }

    private static Multiplier library(String name, int threads) {
        for (MultiplierProvider provider : providers()) {
            if (provider.name().equals(name)) {
                return provider.open(threads);
            }
        }
        throw new UnsupportedOperationException("products " + name + ": " + MISSING);
    }

    private static Multiplier vector(int threads) {
        String reason = VectorApi.whyNot();
        if (!reason.isEmpty()) {
            throw new UnsupportedOperationException("products vector: " + reason);
        }
        try {
            return (Multiplier) Class.forName(VECTOR).getConstructor(int.class).newInstance(threads);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the Vector API's products did not load", e);
        }
    }
}
