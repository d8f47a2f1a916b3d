package org.guesscheck.nativekernels.blas;

import org.guesscheck.core.matrix.Multipliers;
import org.guesscheck.core.provider.Availability;

/** A program that asks for OpenBLAS and prints what multiplies or why it can't, and what is said of it. */
final class Multiplying {
    private Multiplying() {}

    public static void main(String[] args) {
        try {
            System.out.println(Multipliers.named("openblas", 1).name());
        } catch (UnsupportedOperationException e) {
            System.out.println(e.getMessage());
        }
        Availability openBlas = Multipliers.describe().getFirst();
        System.out.println(openBlas.usable() ? "found " + openBlas.found() : "not usable " + openBlas.reason());
    }
}
