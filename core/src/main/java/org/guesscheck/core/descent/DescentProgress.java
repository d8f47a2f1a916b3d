package org.guesscheck.core.descent;

/**
 * How far a run of gradient descent has come.
 *
 * @param epochs steps taken
 * @param total steps that will be taken
 * @param seconds time since the first step
 */
public record DescentProgress(int epochs, int total, double seconds) {}
