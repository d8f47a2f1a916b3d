package org.guesscheck.gnc.cli;

import java.util.List;
import java.util.Locale;
import org.guesscheck.core.comparison.ComparisonOutcome;
import org.guesscheck.core.comparison.Distance;
import org.guesscheck.core.comparison.Distances;
import org.guesscheck.core.comparison.Distribution;
import org.guesscheck.core.comparison.Part;
import org.guesscheck.core.descent.EnsembleOutcome;
import org.guesscheck.core.estimate.Interval;
import org.guesscheck.core.posterior.GeneralizationLoss;

/** A comparison for people. */
final class ComparisonText {
    private ComparisonText() {}

    /** A part's name at a threshold. */
    static String name(Part part, double eps) {
        return switch (part) {
            case PRIOR -> "prior";
            case GUESS_AND_CHECK -> "guess and check, eps " + eps;
            case DESCENT_AT_EPS -> "gradient descent, first loss below " + eps;
            case DESCENT_AT_END -> "gradient descent, all epochs";
        };
    }

    static String text(ComparisonOutcome c) {
        StringBuilder text = new StringBuilder();
        line(text, "generalization loss", "sample", "mean (95% interval)", "5%, 50%, 95%", "of the mean matrix");
        for (Distribution d : c.distributions()) {
            line(
                    text,
                    name(d.part(), c.eps()),
                    Integer.toString(d.draws().count()),
                    d.generalizationLoss().map(ComparisonText::mean).orElse("unknown"),
                    d.generalizationLoss().map(ComparisonText::quantiles).orElse("unknown"),
                    Double.isNaN(d.lossOfMean()) ? "unknown" : number(d.lossOfMean()) + truth(d.distanceOfMean()));
        }
        List<Distances> distances = c.distances();
        if (!distances.isEmpty()) {
            text.append(String.format("%n"));
            line(text, "guess and check from", "", "Kolmogorov-Smirnov", "equal laws below", "");
            distances.forEach(d -> distance(text, name(d.second(), c.eps()), d.kolmogorovSmirnov()));
            text.append(String.format("%n"));
            line(text, "guess and check from", "", "Wasserstein-1", "equal laws below", "");
            distances.forEach(d -> distance(text, name(d.second(), c.eps()), d.wasserstein1()));
        }
        text.append(String.format("%n%s%n%s", runs(c.descentAtEps(), c.eps()), sampler(c)));
        c.posterior().diagnostics().notes().forEach(note -> text.append(String.format("%nnote: %s", note)));
        c.posterior()
                .diagnostics()
                .reasons()
                .forEach(reason -> text.append(String.format("%nNOT TRUSTWORTHY: %s", reason)));
        return text.append(String.format("%ndigest %s", c.digest())).toString();
    }

    private static void line(StringBuilder text, String... cells) {
        text.append(String.format("%-40s %8s  %-30s  %-30s  %s", (Object[]) cells)
                        .stripTrailing())
                .append(System.lineSeparator());
    }

    private static void distance(StringBuilder text, String name, Distance d) {
        String interval = interval(d.interval());
        line(
                text,
                name,
                "",
                number(d.estimate()) + interval,
                Double.isNaN(d.sameLaw()) ? "unknown" : number(d.sameLaw()),
                d.differs() || !d.interval().known() ? "" : "not told apart");
    }

    private static String mean(GeneralizationLoss loss) {
        return number(loss.mean()) + interval(loss.interval());
    }

    private static String interval(Interval ends) {
        return ends.known() ? " (" + number(ends.low()) + " to " + number(ends.high()) + ")" : " (error unknown)";
    }

    private static String quantiles(GeneralizationLoss loss) {
        return number(loss.quantiles().get(0.05)) + ", "
                + number(loss.quantiles().get(0.5)) + ", "
                + number(loss.quantiles().get(0.95));
    }

    private static String truth(double distance) {
        return Double.isNaN(distance) ? "" : ", " + number(distance) + " from the ground truth";
    }

    private static String runs(EnsembleOutcome atEps, double eps) {
        String runs = atEps.reached() + " of " + atEps.runs().size() + " runs of gradient descent got below " + eps;
        String epochs = atEps.reached() == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", in a median of %.0f epochs",
                        atEps.epochsToReach().get(0.5));
        return runs + epochs + (atEps.diverged() == 0 ? "" : "; " + atEps.diverged() + " diverged before");
    }

    private static String sampler(ComparisonOutcome c) {
        String name = c.posterior().origin().sampler();
        return "guess and check by " + name + ", "
                + PosteriorText.accepted(
                        name, c.posterior().thresholds().getFirst().accepted());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }
}
