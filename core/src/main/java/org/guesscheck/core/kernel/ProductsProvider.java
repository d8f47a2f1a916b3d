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
     * Loads the library, once for all callers.
     *
     * @param threads threads of one product, at least 1
     * @return its products
     * @throws UnsupportedOperationException if it can't be used here, with every path and reason tried
     */
    MatrixProducts open(int threads);
}
