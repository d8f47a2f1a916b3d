package org.guesscheck.nativekernels.jni;

import org.guesscheck.core.matrix.SparseMatrix;
import org.guesscheck.core.matrix.SparseMultiplier;
import org.guesscheck.core.matrix.SparseMultiplierProvider;

/** Offers the C kernels' sparse products to the core, on the best tier that runs here. */
public final class JniSparseProvider implements SparseMultiplierProvider {
    /** Made by {@link java.util.ServiceLoader}. */
    public JniSparseProvider() {}

    @Override
    public String name() {
        return JniProvider.FAMILY;
    }

    @Override
    public String found() {
        return "tier " + JniProvider.best(Library.get()).name();
    }

    /** Matrices lie off the heap, so it does not matter whether a collector moves arrays. */
    @Override
    public String whyNot() {
        return JniProvider.whyNoTier();
    }

    /**
     * At 1,024 x 1,024 and width 1,024 on two Zen 4 cores the three products took 10 ms at a share of 0.2, 22 at 0.5, 27 at 0.6
     * and 32 at 0.7, called from a C program; OpenBLAS takes 32 for those of whole matrices.
     */
    @Override
    public double worthwhileShare() {
        return 0.6;
    }

    @Override
    public SparseMultiplier of(SparseMatrix places, int length, int threads) {
        return new JniSparseMultiplier(JniProvider.best(Library.get()), places, length, threads);
    }
}
