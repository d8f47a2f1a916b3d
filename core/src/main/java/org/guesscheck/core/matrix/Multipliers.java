package org.guesscheck.core.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.guesscheck.core.matrix.scalar.ScalarMultiplier;
import org.guesscheck.core.matrix.scalar.ScalarSparseMultiplier;
import org.guesscheck.core.platform.Availability;
import org.guesscheck.core.platform.VectorApi;

/**
 * Finds matrix products: a library's, else those of the Vector API, else plain Java. There is no size from which on the library
 * is worth its call. OpenBLAS took less time than the Vector API from 4 x 4 x 4 (0.10 against 0.14 microseconds) over 1,840 x 5 x
 * 5 (5 against 36) to 2,048 x 2,048 x 2,048 (158 against 177 milliseconds), and more only for a few rows by a wide matrix, where
 * memory decides as soon as it is large (5 x 1,840 x 1,840: 2.4 against 2.1 milliseconds, with a transposed right matrix 2.5
 * against 3.3); one thread, Zen 4, 512 bits, Temurin 25, OpenBLAS 0.3.31. So size is no part of the choice. Runs below 2^24
 * multiplications in a forward pass do not come here: they keep to a fixed order of their sums.
 */
public final class Multipliers {
    /** The property that names the products of large gradient descent: {@code auto}, {@code openblas}, {@code vector}, {@code scalar}. */
    public static final String PROPERTY = "guesscheck.products";

    private static final String MISSING = "the native module is missing: add guesscheck-native to the class path";
    private static final String VECTOR = "org.guesscheck.core.matrix.vector.VectorMultiplier";
    private static final System.Logger LOG = System.getLogger(Multipliers.class.getName());

    private Multipliers() {}

    /**
     * The products that {@link #PROPERTY} names, by default {@code auto}.
     *
     * @param threads threads of one product, at least 1
     * @return products
     * @throws IllegalArgumentException if there is no such name
     * @throws UnsupportedOperationException if what was asked for by name can't be used here
     */
    public static Multiplier configured(int threads) {
        return named(System.getProperty(PROPERTY, "auto"), threads);
    }

    /**
     * Finds products.
     *
     * @param name {@code auto}, {@code openblas}, {@code vector} or {@code scalar}
     * @param threads threads of one product, at least 1
     * @return products; for {@code auto} the first of them that can be used, and what can't be is logged with the reason
     * @throws IllegalArgumentException if there is no such name
     * @throws UnsupportedOperationException if what was asked for by name can't be used here
     */
    public static Multiplier named(String name, int threads) {
        return switch (name) {
            case "auto" -> automatic(threads);
            case "vector" -> vector(threads);
            case "scalar" -> new ScalarMultiplier(threads);
            case "openblas" -> library(name, threads);
            default ->
                throw new IllegalArgumentException(
                        PROPERTY + ": '" + name + "'; auto, openblas, vector or scalar is allowed");
        };
    }

    /**
     * The sparse products that go with {@link #configured}: plain Java if {@link #PROPERTY} says {@code scalar}, else the best.
     *
     * @return who makes them
     */
    public static SparseMultiplierProvider configuredSparse() {
        return sparse(System.getProperty(PROPERTY, "auto").equals("scalar"));
    }

    /**
     * Finds sparse products.
     *
     * @param plain whether plain Java is wanted, instead of the C kernels where they can be used
     * @return who makes them; why it is not the C kernels is logged
     */
    public static SparseMultiplierProvider sparse(boolean plain) {
        SparseMultiplierProvider java = new ScalarSparseMultiplier.Provider();
        if (plain) {
            return java;
        }
        for (SparseMultiplierProvider provider :
                ServiceLoader.load(SparseMultiplierProvider.class, Multipliers.class.getClassLoader())) {
            String reason = provider.whyNot();
            if (reason.isEmpty()) {
                return provider;
            }
            LOG.log(System.Logger.Level.WARNING, "products at observed entries run in plain Java: " + reason);
        }
        return java;
    }

    /**
     * All products in order of preference.
     *
     * @return each with the reason where it is not usable
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

    private static Multiplier automatic(int threads) {
        try {
            return library("openblas", threads);
        } catch (UnsupportedOperationException e) {
            LOG.log(System.Logger.Level.WARNING, e.getMessage());
        }
        try {
            return vector(threads);
        } catch (UnsupportedOperationException e) {
            LOG.log(System.Logger.Level.WARNING, e.getMessage());
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
