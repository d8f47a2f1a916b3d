package org.guesscheck.gnc.config;

/** Which size of the network a sweep varies; the other one is fixed. */
public enum SweepKind {
    /** The hidden width. */
    WIDTH,
    /** The number of factors. */
    DEPTH
}
