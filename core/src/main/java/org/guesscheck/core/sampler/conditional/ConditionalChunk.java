package org.guesscheck.core.sampler.conditional;

import org.guesscheck.core.sampler.work.WeightedMean;

/**
 * What one chunk of hidden features says of one threshold. Weights are relative to the exponential of a scale, so that
 * probabilities of any size keep their digits.
 */
final class ConditionalChunk {
    /** Logarithm of the largest weight; negative infinity when no point fell into the ball. */
    double logScale = Double.NEGATIVE_INFINITY;

    /** Logarithm of the largest weight that a point could have had. */
    double logLargest = Double.NEGATIVE_INFINITY;

    /** Acceptance probability of each draw of hidden features, relative to the scale. */
    final double[] probability = new double[ConditionalRun.CHUNK];

    /** Acceptance probability times mean generalization loss of the accepted, relative to the scale. */
    final double[] loss = new double[ConditionalRun.CHUNK];

    /** Weight of every point, relative to the scale. */
    final double[] weight = new double[ConditionalRun.CHUNK * ConditionalRun.POINTS];

    /** Generalization loss of a product drawn at every point. */
    final float[] pointLoss = new float[ConditionalRun.CHUNK * ConditionalRun.POINTS];

    /** Mean generalization loss at every point given its residuals. */
    final double[] pointMean = new double[ConditionalRun.CHUNK * ConditionalRun.POINTS];

    private final WeightedMean predicted;
    private double predictedScale = Double.NEGATIVE_INFINITY;

    /** A chunk that adds up predicted matrices of so many entries; 0 for none. */
    ConditionalChunk(int entries) {
        predicted = new WeightedMean(entries);
    }

    /** Adds the predicted matrix of the next point. */
    void addPredicted(double logWeight, double[] matrix) {
        if (logWeight > predictedScale) {
            predicted.rescale(StrictMath.exp(predictedScale - logWeight));
            predictedScale = logWeight;
        }
        predicted.add(matrix, StrictMath.exp(logWeight - predictedScale));
    }

    /** The predicted matrices of the points, with weights relative to the scale. */
    WeightedMean predicted() {
        return predicted;
    }

    /** Turns the points' logarithms of weights into weights, and these into the draws' integrals. */
    void integrate() {
        for (double logWeight : weight) {
            logScale = Math.max(logScale, logWeight);
        }
        for (int draw = 0; draw < loss.length; draw++) {
            double lossSum = 0;
            for (int m = draw * ConditionalRun.POINTS; m < (draw + 1) * ConditionalRun.POINTS; m++) {
                boolean inside = weight[m] > Double.NEGATIVE_INFINITY;
                weight[m] = inside ? StrictMath.exp(weight[m] - logScale) : 0;
                if (inside) {
                    lossSum = Math.fma(weight[m], pointMean[m], lossSum);
                }
            }
            loss[draw] = lossSum / ConditionalRun.POINTS;
        }
        sumWeights();
    }

    /** Turns weights into the draws' probabilities. */
    void sumWeights() {
        for (int draw = 0; draw < probability.length; draw++) {
            double sum = 0;
            for (int m = draw * ConditionalRun.POINTS; m < (draw + 1) * ConditionalRun.POINTS; m++) {
                // Adding the 0 of a point outside changes no sum.
                sum += weight[m];
            }
            probability[draw] = sum / ConditionalRun.POINTS;
        }
    }
}
