package org.guesscheck.core.sampler;

/**
 * How far a run has come.
 *
 * @param draws draws done
 * @param total draws wanted
 * @param accepted accepted so far, at the largest threshold
 * @param seconds time since the start
 */
public record Progress(long draws, long total, long accepted, double seconds) {}
