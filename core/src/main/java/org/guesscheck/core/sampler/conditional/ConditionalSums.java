package org.guesscheck.core.sampler.conditional;

import java.util.SortedMap;
import org.guesscheck.core.estimate.Interval;
import org.guesscheck.core.estimate.LossHistogram;

/**
 * Folds what chunks say of one threshold, in order: independent draws of hidden features i have probabilities p_i and integrals
 * g_i of the loss, so p is their mean, and the posterior mean is the ratio sum g / sum p with the delta method's error.
 */
final class ConditionalSums {
    private final LossHistogram histogram = new LossHistogram();
    private double scale = Double.NEGATIVE_INFINITY;
    private double logLargest = Double.NEGATIVE_INFINITY;
    private long draws;
    private double p;
    private double g;
    private double pp;
    private double pg;
    private double gg;
    private double ppp;
    private double ppg;
    private double pgg;
    private double ggg;
    private double weights;
    private double losses;
    private double squaredLosses;

    ConditionalSums() {}

    void add(ConditionalChunk chunk) {
        draws += chunk.probability.length;
        logLargest = Math.max(logLargest, chunk.logLargest);
        if (chunk.logScale == Double.NEGATIVE_INFINITY) {
            return;
        }
        if (chunk.logScale > scale) {
            rescale(chunk.logScale);
        }
        double factor = StrictMath.exp(chunk.logScale - scale);
        for (int i = 0; i < chunk.probability.length; i++) {
            double probability = factor * chunk.probability[i];
            double loss = factor * chunk.loss[i];
            p += probability;
            g += loss;
            pp = Math.fma(probability, probability, pp);
            pg = Math.fma(probability, loss, pg);
            gg = Math.fma(loss, loss, gg);
            ppp = Math.fma(probability * probability, probability, ppp);
            ppg = Math.fma(probability * probability, loss, ppg);
            pgg = Math.fma(probability * loss, loss, pgg);
            ggg = Math.fma(loss * loss, loss, ggg);
        }
        for (int m = 0; m < chunk.weight.length; m++) {
            if (chunk.weight[m] > 0) {
                double weight = factor * chunk.weight[m];
                double loss = chunk.pointLoss[m];
                histogram.add(chunk.pointLoss[m], weight);
                weights += weight;
                losses = Math.fma(weight, loss, losses);
                squaredLosses = Math.fma(weight * loss, loss, squaredLosses);
            }
        }
    }

    private void rescale(double to) {
        double factor = StrictMath.exp(scale - to);
        p *= factor;
        g *= factor;
        pp *= factor * factor;
        pg *= factor * factor;
        gg *= factor * factor;
        double cubed = factor * factor * factor;
        ppp *= cubed;
        ppg *= cubed;
        pgg *= cubed;
        ggg *= cubed;
        weights *= factor;
        losses *= factor;
        squaredLosses *= factor;
        histogram.rescale(factor);
        scale = to;
    }

    /** How many draws with equal probabilities would be worth as much: Kish's effective sample size. */
    double effective() {
        return pp > 0 ? p / pp * p : 0;
    }

    /** How many accepted draws would tell the posterior mean as well: the losses' variance over its squared error. */
    double accepted() {
        if (effective() == 0) {
            return 0;
        }
        double mean = losses / weights;
        double variance = Math.max(0, squaredLosses / weights - mean * mean);
        double error = standardError();
        // Where features don't matter, at depth 1, the error is 0.
        return error > 1e-9 * mean ? Math.max(effective(), variance / (error * error)) : draws;
    }

    double mean() {
        return g / p;
    }

    /** Standard error of the posterior mean. */
    double standardError() {
        double mean = mean();
        double squares = Math.max(0, gg - 2 * mean * pg + mean * mean * pp);
        return Math.sqrt(squares * draws / (draws - 1.0)) / p;
    }

    /** Third central moment of the posterior mean over the cube of its standard error; NaN if there is no error. */
    double skewness() {
        double mean = mean();
        double squares = gg - 2 * mean * pg + mean * mean * pp;
        double cubes = ggg - 3 * mean * pgg + 3 * mean * mean * ppg - mean * mean * mean * ppp;
        return cubes / Math.pow(squares, 1.5);
    }

    double probability() {
        // A mean of weights can be above 1 by chance where nearly everything is accepted.
        return p > 0 ? Math.min(1, StrictMath.exp(scale) * (p / draws)) : 0;
    }

    /**
     * Student's interval; where no point was accepted, from 0 to a bound: a draw's probability is at most the largest possible
     * weight times the probability that one of its points is accepted, which the rule of three bounds.
     */
    Interval probabilityInterval() {
        if (p == 0) {
            double bound = Interval.ofProbability(0, draws).high() * StrictMath.exp(logLargest);
            // A bound that is too small for a number is still not 0.
            return new Interval(0, Math.clamp(bound, Double.MIN_VALUE, 1));
        }
        double mean = p / draws;
        double error = Math.sqrt(Math.max(0, pp / draws - mean * mean) / (draws - 1.0));
        Interval relative = Interval.ofMean(mean, error, draws);
        double unit = StrictMath.exp(scale);
        // What is too small for a number is still not 0.
        double high = Math.max(Double.MIN_VALUE, unit * relative.high());
        return new Interval(Math.clamp(unit * relative.low(), 0, 1), Math.min(1, high));
    }

    /** Quantiles of the generalization loss among products drawn at the points. */
    SortedMap<Double, Double> quantiles() {
        return histogram.quantiles();
    }
}
