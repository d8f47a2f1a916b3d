package org.guesscheck.gnc.sweep;

/** What becomes of the results that a directory holds when a run begins there. */
public enum Beginning {
    /** They are kept, unless they are those of this very sweep, finished, which has the same results. */
    FRESH,

    /** The run that left them is resumed. */
    RESUME,

    /** They are dropped. */
    OVERWRITE
}
