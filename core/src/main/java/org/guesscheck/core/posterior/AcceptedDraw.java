package org.guesscheck.core.posterior;

/**
 * An accepted draw of rejection, which can be made again from its index.
 *
 * @param draw its index
 * @param trainLoss its training loss
 * @param generalizationLoss its generalization loss
 */
public record AcceptedDraw(long draw, float trainLoss, float generalizationLoss) {}
