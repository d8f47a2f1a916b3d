package org.guesscheck.gnc.parts;

/**
 * When a run saves its finished work in slices.
 *
 * @param patience seconds of work before the first file is written, so that short runs leave none
 * @param least pieces of a slice, so that all threads have some
 * @param mostBytes a run that would write more saves nothing, since each accepted draw takes some bytes
 * @param remedy what a user may do about a slice that can't be used
 */
public record SliceRules(double patience, int least, long mostBytes, String remedy) {
    /** Those of a run whose slices the user has asked for: all are saved. */
    static final SliceRules ASKED = new SliceRules(
            0, 1, Long.MAX_VALUE, "another directory is needed for --slices, or this one without its slices");
}
