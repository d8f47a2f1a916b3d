package org.guesscheck.gnc.sweep;

/**
 * Generalization losses without a network, beside that of the zero matrix; NaN where one is unknown or was left out.
 *
 * @param leastFrobeniusNorm of the fitting matrix of least Frobenius norm
 * @param leastNuclearNorm of the fitting matrix of least nuclear norm
 * @param infiniteWidth the limit of guess and check at infinite width
 */
public record BaselineLosses(double leastFrobeniusNorm, double leastNuclearNorm, double infiniteWidth) {
    /** None is known. */
    static final BaselineLosses UNKNOWN = new BaselineLosses(Double.NaN, Double.NaN, Double.NaN);
}
