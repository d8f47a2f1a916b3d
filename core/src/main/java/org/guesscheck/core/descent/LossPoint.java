package org.guesscheck.core.descent;

/**
 * Losses at one epoch of a run.
 *
 * @param epoch number of steps taken; 0 for the initial weights
 * @param trainLoss mean squared residual over the training measurements
 * @param generalizationLoss mean squared residual over the test measurements
 */
public record LossPoint(int epoch, double trainLoss, double generalizationLoss) {}
