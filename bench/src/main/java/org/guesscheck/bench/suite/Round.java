package org.guesscheck.bench.suite;

/**
 * The result of one round of a case.
 *
 * @param rate units a second, the median of several slices of the round
 * @param allocatedBytes bytes allocated for each unit while it was measured; NaN if they are not counted
 * @param cpuShare share of the time during which the threads ran; NaN if it is unknown
 */
record Round(double rate, double allocatedBytes, double cpuShare) {}
