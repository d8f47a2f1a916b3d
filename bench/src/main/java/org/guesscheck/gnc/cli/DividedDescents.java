package org.guesscheck.gnc.cli;

import org.guesscheck.core.descent.GradientDescent;
import org.guesscheck.gnc.text.InputException;

/** Which runs of gradient descent may be divided among machines. */
final class DividedDescents {
    private DividedDescents() {}

    /**
     * Requires runs that have the same bits on all machines.
     *
     * @throws InputException if these don't
     */
    static void require(GradientDescent descent) {
        if (descent.large()) {
            throw new InputException("--width: only runs of fewer than 2^24 multiplications in a forward pass are"
                    + " allowed for parts; the last bits of larger ones depend on the library that multiplies");
        }
    }
}
