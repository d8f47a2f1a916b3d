package org.guesscheck.core.descent;

/**
 * Losses at one moment of a run.
 *
 * @param epoch how many steps were taken before; 0 for the initial weights
 * @param trainLoss mean squared residual over the training measurements
 * @param generalizationLoss mean squared residual over the test measurements
 */
public record LossPoint(int epoch, double trainLoss, double generalizationLoss) {}
