package org.guesscheck.nativekernels;

import java.io.IOException;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.matrix.Multipliers;

/** A program that loads every library and waits until its standard input ends. */
final class WaitingProgram {
    private WaitingProgram() {}

    public static void main(String[] args) throws IOException {
        System.out.println("loaded " + Backends.describe() + Multipliers.describe());
        System.in.read();
    }
}
