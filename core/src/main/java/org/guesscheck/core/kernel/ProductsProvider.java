package org.guesscheck.core.kernel;

/** A library of matrix products, provided by another module through {@link java.util.ServiceLoader}. */
public interface ProductsProvider {
    /**
     * The name by which it is asked for.
     *
     * @return for example {@code openblas}
     */
    String name();

    /**
     * Why the library can't be used here; loads it to find out.
     *
     * @return the reason in one sentence, or an empty text if it can
     */
    String whyNot();

    /**
     * What was found: version, kernels and whether they are those for this CPU, threads, file.
     *
     * @return one line
     * @throws UnsupportedOperationException if it can't be used here
     */
    String found();

    /**
     * Loads the library, once for all callers.
     *
     * @param threads threads of one product, at least 1
     * @return its products
     * @throws UnsupportedOperationException if it can't be used here, with every path and reason tried
     */
    MatrixProducts open(int threads);
}
