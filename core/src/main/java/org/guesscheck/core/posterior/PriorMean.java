package org.guesscheck.core.posterior;

/**
 * Mean generalization loss under the prior, from a fixed subsample of the draws.
 *
 * @param mean the mean
 * @param standardError its standard error; NaN below two draws
 * @param sample how many draws the subsample has
 */
public record PriorMean(double mean, double standardError, long sample) {}
