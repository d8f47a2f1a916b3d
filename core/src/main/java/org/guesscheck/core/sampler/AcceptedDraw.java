package org.guesscheck.core.sampler;

/**
 * An accepted draw, which {@link RejectionSampler#replay} can make again.
 *
 * @param draw its index
 * @param trainLoss its training loss
 * @param generalizationLoss its generalization loss
 */
public record AcceptedDraw(long draw, float trainLoss, float generalizationLoss) {}
