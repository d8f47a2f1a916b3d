package org.guesscheck.gnc.cluster;

/**
 * How long tasks took that ended well.
 *
 * @param tasks how many
 * @param seconds of all, each from when it was given to a machine until its result was here
 */
public record TaskTime(int tasks, double seconds) {}
