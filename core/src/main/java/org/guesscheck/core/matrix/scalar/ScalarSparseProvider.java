package org.guesscheck.core.matrix.scalar;

import org.guesscheck.core.matrix.SparseMatrix;
import org.guesscheck.core.matrix.SparseMultiplier;
import org.guesscheck.core.matrix.SparseMultiplierProvider;

/** Makes sparse multipliers in plain Java. */
public final class ScalarSparseProvider implements SparseMultiplierProvider {
    /** Makes a provider. */
    public ScalarSparseProvider() {}

    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public String found() {
        return "";
    }

    @Override
    public String whyNot() {
        return "";
    }

    /**
     * At 1,024 x 1,024 and width 1,024, on two Zen 4 cores, the three sparse products took 32 ms at a share of 0.05 and 61 ms at
     * 0.1. The three dense products took 46 ms by the Vector API and 35 ms by OpenBLAS.
     */
    @Override
    public double worthwhileShare() {
        return 0.05;
    }

    @Override
    public SparseMultiplier of(SparseMatrix places, int length, int threads) {
        return new ScalarSparseMultiplier(places, length, threads);
    }
}
