package org.guesscheck.core.descent;

/** Why a run of gradient descent is over. */
public enum Ending {
    /** All steps were taken. */
    EPOCHS,
    /** The training loss was below {@link GradientDescent#stopBelow}. */
    REACHED,
    /** The training loss was not finite; that of a small run, in single precision. */
    DIVERGED
}
