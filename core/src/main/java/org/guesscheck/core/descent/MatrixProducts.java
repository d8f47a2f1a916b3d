package org.guesscheck.core.descent;

import org.guesscheck.core.matrix.Multipliers;
import org.guesscheck.core.matrix.SparseMultiplierProvider;

/**
 * Who multiplies the matrices of a large run.
 *
 * @param dense products of whole matrices
 * @param sparse products at observed entries
 * @param threads threads of both, and of the work between
 */
record MatrixProducts(TimedMultiplier dense, SparseMultiplierProvider sparse, int threads) {
    /** As the property {@code guesscheck.products} asks. */
    static MatrixProducts configured(int threads) {
        return new MatrixProducts(
                new TimedMultiplier(Multipliers.configured(threads)), Multipliers.configuredSparse(), threads);
    }
}
