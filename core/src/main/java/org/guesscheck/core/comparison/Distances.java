package org.guesscheck.core.comparison;

/**
 * How far the generalization losses of two parts are apart.
 *
 * @param first one part
 * @param second the other
 * @param kolmogorovSmirnov the largest difference of their distribution functions, 0 to 1
 * @param wasserstein1 the area between their distribution functions: the mean distance that a loss moves where one law is made of the
 *     other with the least movement (Vallender 1974); a loss, like its argument
 */
public record Distances(Part first, Part second, Distance kolmogorovSmirnov, Distance wasserstein1) {}
