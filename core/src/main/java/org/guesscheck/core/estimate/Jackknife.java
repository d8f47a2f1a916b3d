package org.guesscheck.core.estimate;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Estimates from independent replicas with weights w_r = exp(l_r). Their standard errors come from leaving out one replica at a
 * time (Efron and Tibshirani 1993, chapter 11) and include the bias. Weights are stored relative to the largest, so that weights
 * as small as exp(-10000) do not all become 0.
 */
public final class Jackknife {
    private final double[] logWeights;
    private final double[] weights;
    private final double largest;
    private final double total;

    /**
     * Makes estimates from the logarithms of the replicas' weights.
     *
     * @param logWeights l_r = ln p_r, finite, or minus infinity for a replica that accepted no particle; at least one
     */
    public Jackknife(double[] logWeights) {
        this.logWeights = logWeights.clone();
        largest = Arrays.stream(logWeights).max().orElseThrow();
        weights = new double[logWeights.length];
        double sum = 0;
        for (int r = 0; r < weights.length; r++) {
            weights[r] = logWeights[r] == Double.NEGATIVE_INFINITY ? 0 : StrictMath.exp(logWeights[r] - largest);
            sum += weights[r];
        }
        total = sum;
    }

    /**
     * A value and its standard error.
     *
     * @param value the estimate
     * @param standardError NaN if fewer than two replicas have a weight above 0
     * @param skewness third central moment of the estimate over the cube of its standard error, as far as the replicas tell; NaN
     *     if they do not
     */
    public record Estimate(double value, double standardError, double skewness) {}

    /**
     * The logarithm of the replicas' mean weight.
     *
     * @return ln of the mean weight, minus infinity if all weights are 0
     */
    public Estimate logMean() {
        int n = weights.length;
        return estimate(
                largest + StrictMath.log(total / n),
                left -> largest + StrictMath.log((total - weights[left]) / (n - 1)));
    }

    /**
     * The weighted mean of the replicas' values.
     *
     * @param values one for every replica; the value of a replica with weight 0 is not used
     * @return sum w_r v_r / sum w_r
     */
    public Estimate mean(double[] values) {
        double sum = 0;
        for (int r = 0; r < weights.length; r++) {
            sum += weights[r] == 0 ? 0 : weights[r] * values[r];
        }
        double all = sum;
        return estimate(
                all / total,
                left -> (all - (weights[left] == 0 ? 0 : weights[left] * values[left])) / (total - weights[left]));
    }

    private Estimate estimate(double value, IntToDoubleFunction leaveOut) {
        int n = weights.length;
        if (Arrays.stream(weights).filter(w -> w > 0).count() < 2) {
            return new Estimate(value, Double.NaN, Double.NaN);
        }
        double[] without = new double[n];
        double mean = 0;
        for (int r = 0; r < n; r++) {
            without[r] = leaveOut.applyAsDouble(r);
            mean += without[r] / n;
        }
        double squares = 0;
        double cubes = 0;
        for (double estimate : without) {
            // What leaves the estimate small was itself large.
            double deviation = mean - estimate;
            squares += deviation * deviation;
            cubes += deviation * deviation * deviation;
        }
        // The bias of a ratio or logarithm of few replicas (Quenouille 1956); it is part of the error.
        double bias = (n - 1) * (mean - value);
        double error = Math.sqrt(squares * (n - 1) / n + bias * bias);
        return new Estimate(value, error, cubes / n / Math.pow(squares / n, 1.5) / Math.sqrt(n));
    }

    /**
     * The effective number of replicas: how many equal weights would give the same variance (Kish 1965).
     *
     * @return (sum w)^2 / sum w^2, 1 to the number of replicas; NaN if all weights are 0
     */
    public double effectiveReplicas() {
        double squares = 0;
        for (double weight : weights) {
            squares += weight * weight;
        }
        return total * total / squares;
    }

    /**
     * A replica's weight.
     *
     * @param replica its number
     * @return its share of the sum of all weights
     */
    public double share(int replica) {
        return weights[replica] / total;
    }

    /**
     * How many replicas there are.
     *
     * @return at least 1
     */
    public int count() {
        return logWeights.length;
    }
}
