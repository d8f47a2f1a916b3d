package org.guesscheck.gnc.sweep;

/** What becomes of a sweep that a directory holds when a sweep begins there. */
public enum Beginning {
    /** It is kept, unless it is this very sweep and finished, which has the same results. */
    FRESH,

    /** It is resumed. */
    RESUME,

    /** It is dropped. */
    OVERWRITE
}
