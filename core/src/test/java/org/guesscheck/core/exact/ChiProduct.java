package org.guesscheck.core.exact;

import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;

/**
 * Independent chi variables, given their product: the first ones of one number of degrees of freedom, the last one of another.
 *
 * <p>They are drawn from exponentially tilted laws, whose mean logarithm fits the product, and then multiplied by one common
 * number so that the product is met exactly. The density of that proposal is a gamma integral over the number, so the weight is
 * known: it depends on the sum of squares alone.
 */
final class ChiProduct {
    private static final double LOG_2 = Math.log(2);

    /** Steps of the bisection for the tilt, which decides on the scatter of weights alone. */
    private static final int BISECTIONS = 25;

    private static final double SMALLEST_TILT = 1e-3;
    private static final double LARGEST_TILT = 1e3;

    private final UniformRandomProvider random;
    private final double first;
    private final double last;
    private final int firsts;
    private final double[] values;
    private double squares;

    /** Takes degrees of freedom of the first variables and of the last one, and how many there are with it. */
    ChiProduct(double first, double last, int count, UniformRandomProvider random) {
        // There are none of the first kind in a product of one.
        this.first = count == 1 ? last : first;
        this.last = last;
        this.random = random;
        firsts = count - 1;
        values = new double[count];
    }

    double degrees() {
        return firsts * first + last;
    }

    /** The variables drawn last. */
    double[] values() {
        return values;
    }

    /** The sum of their squares. */
    double squares() {
        return squares;
    }

    void multiply(double by) {
        for (int j = 0; j < values.length; j++) {
            values[j] *= by;
        }
    }

    /**
     * Draws the variables with a given product.
     *
     * @param logProduct logarithm of the product
     * @param tilt as {@link #tilt} gives it, best of that product
     * @return logarithm of a weight; the mean of the weight times exp(-squares / 2) is the density of the product's logarithm
     */
    double draw(double logProduct, double tilt) {
        double shape = (first + tilt) / 2;
        double lastShape = (last + tilt) / 2;
        SharedStateContinuousSampler gamma = AhrensDieterMarsagliaTsangGammaSampler.of(random, shape, 2);
        double log = 0;
        for (int j = 0; j < firsts; j++) {
            values[j] = Math.log(gamma.sample()) / 2;
            log += values[j];
        }
        values[firsts] = Math.log(AhrensDieterMarsagliaTsangGammaSampler.of(random, lastShape, 2)
                        .sample())
                / 2;
        log += values[firsts];
        squares = 0;
        for (int j = 0; j <= firsts; j++) {
            values[j] = Math.exp(values[j] + (logProduct - log) / values.length);
            squares += values[j] * values[j];
        }
        double shapes = firsts * shape + lastShape;
        double constants =
                firsts * (logConstant(first) - logConstant(2 * shape)) + logConstant(last) - logConstant(2 * lastShape);
        double proposal = Math.log(values.length / 2.0) + LogGamma.value(shapes) + shapes * (LOG_2 - Math.log(squares));
        return constants - tilt * logProduct - proposal;
    }

    /** The logarithm of the constant in front of the density of a chi variable. */
    private static double logConstant(double degrees) {
        return (1 - degrees / 2) * LOG_2 - LogGamma.value(degrees / 2);
    }

    /** The exponent t for which the mean of log(x_1 ... x_d) is as given where densities are multiplied by (x_1 ... x_d)^t. */
    double tilt(double wanted) {
        double least = Math.min(first, last);
        double low = Math.log(SMALLEST_TILT);
        double high = Math.log(LARGEST_TILT);
        for (int k = 0; k < BISECTIONS; k++) {
            double middle = (low + high) / 2;
            double tilt = Math.exp(middle) - least;
            double mean = firsts * meanLog(first + tilt) + meanLog(last + tilt);
            if (mean < wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.exp((low + high) / 2) - least;
    }

    /** Nearly the mean logarithm of a chi variable. */
    private static double meanLog(double degrees) {
        return (Math.log(degrees + 1) - 2 / degrees) / 2;
    }
}
