package org.guesscheck.core.matrix;

import org.guesscheck.core.platform.Provider;

/** Multiplies sparse matrices; another module provides it through {@link java.util.ServiceLoader}. */
public interface SparseMultiplierProvider extends Provider {
    /**
     * The largest share of entries in all places up to which these products take less time than dense ones.
     *
     * @return 0 to 1, as measured; the implementation says where
     */
    double worthwhileShare();

    /**
     * Makes products with sparse matrices.
     *
     * @param places where their entries are
     * @param length columns of the dense matrices, at least 1
     * @param threads threads of one product, at least 1
     * @return products
     */
    SparseMultiplier of(SparseMatrix places, int length, int threads);
}
