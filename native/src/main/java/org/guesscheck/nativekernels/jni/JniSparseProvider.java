package org.guesscheck.nativekernels.jni;

import org.guesscheck.core.matrix.SparseMatrix;
import org.guesscheck.core.matrix.SparseMultiplier;
import org.guesscheck.core.matrix.SparseMultiplierProvider;

/** Offers the sparse products of the C kernels, on the best tier that runs here. */
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

    /** The reason of the tiers alone: matrices lie off the heap, so a collector that moves arrays does no harm. */
    @Override
    public String whyNot() {
        return JniProvider.whyNoTier();
    }

    /**
     * At 1,024 x 1,024 and width 1,024, on two Zen 4 cores, the three sparse products, called from a C program, took 10 ms at a share
     * of 0.2, 22 ms at 0.5, 27 ms at 0.6 and 32 ms at 0.7. The three dense products took 32 ms by OpenBLAS.
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
