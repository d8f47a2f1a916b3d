package org.guesscheck.bench.suite;

/**
 * What one round of a case measured.
 *
 * @param rate units a second, the median of several slices of the round
 * @param allocatedBytes bytes allocated for every unit while it was measured; NaN where it is not counted
 * @param cpuShare share of the time during which its threads ran; NaN where it is not known
 */
record Round(double rate, double allocatedBytes, double cpuShare) {}
