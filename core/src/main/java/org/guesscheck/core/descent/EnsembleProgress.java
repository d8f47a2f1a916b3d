package org.guesscheck.core.descent;

/**
 * How far an ensemble has come.
 *
 * @param finished runs that are over
 * @param runs all runs
 * @param epochs steps taken in all runs
 * @param expectedEpochs steps that all runs will take if the others are as long as those that are over; before one is over, as many as
 *     they may take
 * @param seconds time since the start
 */
public record EnsembleProgress(int finished, int runs, long epochs, long expectedEpochs, double seconds) {}
