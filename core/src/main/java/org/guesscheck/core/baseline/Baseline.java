package org.guesscheck.core.baseline;

/**
 * A matrix that fits the training data and is the least by some norm.
 *
 * @param matrix m * m' numbers row by row
 * @param generalizationLoss its mean squared residual over the test measurements
 * @param norm the norm that is the least
 * @param gap an upper bound of how much less the norm of another fitting matrix might be, relative to the norm; 0 where the
 *     solution is direct
 */
public record Baseline(double[] matrix, double generalizationLoss, double norm, double gap) {}
