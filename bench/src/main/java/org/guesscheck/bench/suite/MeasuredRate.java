package org.guesscheck.bench.suite;

import java.util.Arrays;
import java.util.List;

/**
 * A measured rate.
 *
 * @param id name of its case
 * @param work the work that was done; its units are counted per second
 * @param rates one rate for every round
 * @param allocatedBytes bytes allocated for each unit, in the best round; NaN if they were not counted
 * @param cpuShare share of the time during which the threads ran, in the worst round; NaN if it is unknown
 */
public record MeasuredRate(String id, Work work, double[] rates, double allocatedBytes, double cpuShare) {
    static MeasuredRate of(Case c, List<Round> rounds) {
        return new MeasuredRate(
                c.id(),
                c.work(),
                rounds.stream().mapToDouble(Round::rate).toArray(),
                rounds.stream().mapToDouble(Round::allocatedBytes).min().orElse(Double.NaN),
                rounds.stream().mapToDouble(Round::cpuShare).min().orElse(Double.NaN));
    }

    /** Median of the rounds. */
    public double median() {
        return Stopwatch.median(rates);
    }

    /** Mean of the rates' logarithms. */
    double center() {
        double sum = 0;
        for (double rate : rates) {
            sum += Math.log(rate);
        }
        return sum / rates.length;
    }

    /** Variance of the rates' logarithms. */
    double variance() {
        double sum = 0;
        for (double rate : rates) {
            sum += Math.pow(Math.log(rate) - center(), 2);
        }
        return sum / (rates.length - 1);
    }

    double worst() {
        return Arrays.stream(rates).min().orElseThrow();
    }

    /** The best round. */
    public double best() {
        return Arrays.stream(rates).max().orElseThrow();
    }
}
