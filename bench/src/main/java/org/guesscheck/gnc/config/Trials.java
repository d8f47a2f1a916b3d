package org.guesscheck.gnc.config;

/**
 * The trials of a sweep: each is a problem that all values of the axis share.
 *
 * @param count how many
 * @param seed of the problems and of all draws; any 64 bits
 */
public record Trials(int count, long seed) {}
