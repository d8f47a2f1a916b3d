package org.guesscheck.core.comparison;

/**
 * How far a comparison has come.
 *
 * @param part the part that is being computed
 * @param share how much of this part is done, 0 to 1, as far as is known
 */
public record ComparisonProgress(Part part, double share) {}
