package org.guesscheck.core.exact;

/** Sums over the draws of one mode's integrals. */
final class ModeSums {
    private long count;
    private double weights;
    private double losses;
    private double squaredWeights;
    private double squaredLosses;
    private double products;

    void add(double weight, double loss) {
        double weighted = weight * loss;
        count++;
        weights += weight;
        losses += weighted;
        squaredWeights += weight * weight;
        squaredLosses += weighted * weighted;
        products += weight * weighted;
    }

    /** The mode, given the volume over which points were drawn. */
    ExactAnswer.Mode mode(double volume) {
        double weight = weights / count;
        double loss = losses / count;
        double scale = volume * volume / count;
        return new ExactAnswer.Mode(
                volume * weight,
                volume * loss,
                scale * (squaredWeights / count - weight * weight),
                scale * (squaredLosses / count - loss * loss),
                scale * (products / count - weight * loss));
    }
}
