package org.guesscheck.bench.suite;

import java.util.List;

/**
 * What one run of the suite found.
 *
 * @param quick whether it was the quick suite
 * @param rounds how often everything was measured
 * @param seconds how long all of it took
 * @param figures the rates
 * @param notes what is to be said of them
 */
public record Measured(boolean quick, int rounds, double seconds, List<MeasuredRate> figures, List<String> notes) {
    /**
     * Share of the FMA peak of as many threads, which is the best that any round reached; NaN where it was not measured, or
     * by a kernel that was badly compiled, and for work that is not counted in floating-point operations.
     */
    double share(MeasuredRate figure) {
        if (figure.flops() == 0) {
            return Double.NaN;
        }
        return figures.stream()
                .filter(peak -> peak.id().startsWith(Suite.PEAK)
                        && peak.threads() == figure.threads()
                        && !Suspicions.allocates(peak))
                .mapToDouble(peak -> figure.median() * figure.flops() / (peak.best() * peak.flops()))
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
