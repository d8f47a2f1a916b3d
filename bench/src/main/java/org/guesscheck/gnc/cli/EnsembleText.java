package org.guesscheck.gnc.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.SortedMap;
import org.guesscheck.core.descent.EnsembleOutcome;
import org.guesscheck.core.estimate.EqualBins;
import org.guesscheck.core.estimate.Interval;
import org.guesscheck.gnc.json.EnsembleResult;
import org.guesscheck.gnc.json.Numeral;
import org.guesscheck.gnc.text.Amounts;

/** Many runs of gradient descent for people; what is unknown is said to be unknown. */
final class EnsembleText {
    private static final int BINS = 10;

    /** Fewer runs than that have no histogram that says anything. */
    private static final int FEWEST = 20;

    /** The share of a loss that four digits can't show in each of the bins. */
    private static final double NARROW = 0.01;

    /** The longest bar of the histogram. */
    private static final int BAR = 40;

    private final EnsembleResult result;
    private final EnsembleOutcome outcome;
    private final StringBuilder text = new StringBuilder();

    private EnsembleText(EnsembleResult result) {
        this.result = result;
        outcome = result.outcome();
    }

    static String of(EnsembleResult result) {
        EnsembleText text = new EnsembleText(result);
        text.heading();
        if (result.stopAt().isPresent()) {
            text.reached(Numeral.text(result.stopAt().getAsDouble()));
        }
        text.diverged();
        text.losses();
        return text.text.append("digest ").append(result.outcome().digest()).toString();
    }

    private void heading() {
        line(
                "%d %s in %.2f s (%s epochs/s) on %s, %d threads",
                outcome.runs().size(),
                outcome.runs().size() == 1 ? "run" : "runs",
                result.seconds(),
                Amounts.rate(result.epochsPerSecond()),
                result.computedBy(),
                result.threads());
    }

    private void reached(String loss) {
        Interval share = outcome.reachedInterval();
        line(
                "training loss below %s: reached by %d, a share of %.4g (%.4g to %.4g)",
                loss, outcome.reached(), outcome.reachedShare(), share.low(), share.high());
        if (outcome.reached() > 0) {
            line("epochs until then: %s", quantiles(outcome.epochsToReach(), "%.0f"));
        }
        if (result.endedAtStart() > 0) {
            line(
                    "note: %d took no step, since their training loss was below %s at the start",
                    result.endedAtStart(), loss);
        }
    }

    private void diverged() {
        if (outcome.diverged() > 0) {
            line(
                    "diverged: %d, which have no losses; a lower learning rate or initial scale may help",
                    outcome.diverged());
        }
    }

    private void losses() {
        EqualBins bins = outcome.histogram(BINS).orElse(null);
        if (bins == null) {
            line("generalization loss unknown");
            return;
        }
        Interval ends = outcome.generalizationInterval();
        String interval = ends.known()
                ? format(" +- %.2g (%.5g to %.5g)", outcome.generalizationStandardError(), ends.low(), ends.high())
                : " (error unknown)";
        line("generalization loss: mean %.5g%s", outcome.meanGeneralizationLoss(), interval);
        line("  %s", quantiles(outcome.quantiles(), "%.4g"));
        if (outcome.runs().size() >= FEWEST && bins.high() - bins.low() > NARROW * bins.high()) {
            histogram(bins);
        }
    }

    private void histogram(EqualBins bins) {
        long most = Arrays.stream(bins.counts()).max().orElseThrow();
        double width = (bins.high() - bins.low()) / BINS;
        for (int i = 0; i < BINS; i++) {
            long count = bins.counts()[i];
            line(
                    "  %10.4g to %-10.4g %s%d",
                    bins.low() + i * width,
                    bins.low() + (i + 1) * width,
                    count == 0 ? "" : "#".repeat((int) Math.ceilDiv(BAR * count, most)) + " ",
                    count);
        }
        if (bins.above() > 0) {
            line("  %10s    %-10.4g %d", "above", bins.high(), bins.above());
        }
    }

    private static String quantiles(SortedMap<Double, Double> values, String number) {
        return format(
                "median " + number + ", quartiles " + number + " and " + number + ", 5%% and 95%% quantiles " + number
                        + " and " + number,
                values.get(0.5),
                values.get(0.25),
                values.get(0.75),
                values.get(0.05),
                values.get(0.95));
    }

    private void line(String format, Object... values) {
        text.append(format(format, values)).append(System.lineSeparator());
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
