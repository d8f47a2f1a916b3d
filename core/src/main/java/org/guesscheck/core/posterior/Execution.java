package org.guesscheck.core.posterior;

/**
 * How a posterior was computed: what may differ between two runs of the same question, and changes no estimate.
 *
 * @param backend the kernels that ran
 * @param threads how many threads ran
 * @param seconds wall-clock time
 */
public record Execution(String backend, int threads, double seconds) {}
