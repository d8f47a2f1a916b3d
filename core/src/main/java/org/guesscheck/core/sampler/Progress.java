package org.guesscheck.core.sampler;

/**
 * How far a run has come.
 *
 * @param draws draws done
 * @param total draws that there will be, as far as is known: where a wanted relative error ends the run, an estimate that may still
 *     change; never below the draws done
 * @param accepted accepted so far, at the largest threshold
 * @param seconds time since the start
 */
public record Progress(long draws, long total, long accepted, double seconds) {}
