package org.guesscheck.bench.suite;

import java.util.Arrays;
import java.util.List;

/**
 * A measured rate.
 *
 * @param id name of its case
 * @param unit the unit of work that is counted, per second
 * @param flops floating-point operations of one unit
 * @param threads number of threads
 * @param rates one rate for every round
 * @param allocatedBytes bytes allocated for each unit, in the best round; NaN if they were not counted
 * @param cpuShare share of the time during which the threads ran, in the worst round; NaN if it is unknown
 */
record MeasuredRate(
        String id, String unit, double flops, int threads, double[] rates, double allocatedBytes, double cpuShare) {
    static MeasuredRate of(Case c, List<Round> rounds) {
        return new MeasuredRate(
                c.id(),
                c.unit(),
                c.flops(),
                c.threads(),
                rounds.stream().mapToDouble(Round::rate).toArray(),
                rounds.stream().mapToDouble(Round::allocatedBytes).min().orElse(Double.NaN),
                rounds.stream().mapToDouble(Round::cpuShare).min().orElse(Double.NaN));
    }

    double median() {
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

    double best() {
        return Arrays.stream(rates).max().orElseThrow();
    }
}
