package org.guesscheck.core.posterior;

import java.util.List;

/**
 * A draw made again.
 *
 * @param draw its index
 * @param weights the factors W_1 ... W_d as drawn, or those of the reduced form, before their scales, each row by row
 * @param product the predicted matrix row by row
 * @param trainLoss its training loss
 * @param generalizationLoss its generalization loss
 */
public record ReplayedDraw(
        long draw, List<float[]> weights, float[] product, float trainLoss, float generalizationLoss) {}
