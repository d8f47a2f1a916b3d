package org.guesscheck.bench.suite;

import java.util.List;

/**
 * The result of one run of the suite.
 *
 * @param quick whether the suite was the quick one
 * @param rounds number of rounds, in each of which every case was measured
 * @param seconds wall-clock time of the run
 * @param figures the rates
 * @param notes remarks on the rates, one sentence each
 */
public record Measured(boolean quick, int rounds, double seconds, List<MeasuredRate> figures, List<String> notes) {
    /**
     * A figure's share of the FMA peak of the same number of threads, the best rate of all rounds. NaN if the peak was not measured, or
     * its kernel was badly compiled, or the figure's work is not counted in floating-point operations.
     */
    double share(MeasuredRate figure) {
        if (figure.work().flops() == 0) {
            return Double.NaN;
        }
        return figures.stream()
                .filter(peak -> peak.id().startsWith(Suite.PEAK)
                        && peak.work().threads() == figure.work().threads()
                        && !Suspicions.allocates(peak))
                .mapToDouble(peak -> figure.median()
                        * figure.work().flops()
                        / (peak.best() * peak.work().flops()))
                .findFirst()
                .orElse(Double.NaN);
    }

    /** Lower end of a rate's 95% interval. */
    double low(MeasuredRate figure) {
        return Math.exp(figure.center() - new Scatter(figures).halfWidth(0.95, figure));
    }

    /** Upper end of a rate's 95% interval. */
    double high(MeasuredRate figure) {
        return Math.exp(figure.center() + new Scatter(figures).halfWidth(0.95, figure));
    }
}
