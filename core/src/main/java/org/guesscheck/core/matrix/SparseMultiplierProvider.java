package org.guesscheck.core.matrix;

import org.guesscheck.core.platform.Provider;

/** Makes sparse multipliers. Another module provides it through {@link java.util.ServiceLoader}. */
public interface SparseMultiplierProvider extends Provider {
    /**
     * The largest share of observed entries at which sparse products take less time than dense products.
     *
     * @return 0 to 1; the implementation says on which machine it was measured
     */
    double worthwhileShare();

    /**
     * Makes a multiplier for sparse matrices with entries at the same places.
     *
     * @param places places of the entries
     * @param length columns of the dense matrices, at least 1
     * @param threads threads of one product, at least 1
     * @return the multiplier
     */
    SparseMultiplier of(SparseMatrix places, int length, int threads);
}
