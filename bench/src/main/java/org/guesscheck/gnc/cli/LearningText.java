package org.guesscheck.gnc.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.guesscheck.core.descent.LearningDescentPoint;
import org.guesscheck.core.posterior.LearningCurve;
import org.guesscheck.gnc.learn.LearnedSet;
import org.guesscheck.gnc.learn.SetsSummary;
import org.guesscheck.gnc.learn.SetsSummary.Row;
import org.guesscheck.gnc.learn.SetsSummary.Value;

/** Learning curves for people: a line for each tested number of samples, means over the training sets. */
final class LearningText {
    private LearningText() {}

    static String text(List<LearnedSet> sets) {
        List<LearningCurve> curves = sets.stream().map(LearnedSet::curve).toList();
        boolean trained = sets.getFirst().descent().isPresent();
        LearningCurve first = curves.getFirst();
        double seconds = curves.stream()
                .mapToDouble(curve -> curve.execution().seconds())
                .sum();
        long draws = curves.stream().mapToLong(curve -> curve.origin().draws()).sum();
        boolean counted = first.origin().sampler().equals("rejection");
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s: %.3g networks %s in %.1f s on %s, %s%n%8s  %-28s  %-28s  %-26s  %s%s",
                first.origin().sampler(),
                (double) draws,
                counted ? "drawn" : "proposed",
                seconds,
                first.execution().backend(),
                ClusterWork.count(first.execution().threads(), "thread"),
                "samples",
                "log2 p",
                "accuracy",
                "next sample fits",
                "deviation of the accuracy",
                trained ? "  gradient descent" : ""));
        for (Row row : SetsSummary.of(sets)) {
            if (row.accuracy().isPresent() || row.samples() == first.points().size()) {
                text.append(String.format(
                        Locale.ROOT,
                        "%n%8s  %-28s  %-28s  %-26s  %s%s",
                        row.samples() == 0 ? "prior" : row.samples(),
                        row.samples() == 0 ? "0" : value(row.logProbability(), "%.2f"),
                        row.accuracy().map(value -> value(value, "%.4f")).orElse("-"),
                        row.nextRight().map(value -> value(value, "%.4f")).orElse("-"),
                        Double.isFinite(row.deviation())
                                ? String.format(Locale.ROOT, "%.4f", row.deviation())
                                : "-     ",
                        trained && row.samples() > 0 ? " ".repeat(21) + descent(sets, row) : ""));
            }
        }
        if (curves.size() > 1) {
            text.append(String.format("%nmeans over %d training sets with 95%% intervals", curves.size()));
        }
        IntStream.range(0, curves.size()).forEach(set -> {
            String where = curves.size() > 1 ? "set " + set + ": " : "";
            curves.get(set)
                    .diagnostics()
                    .notes()
                    .forEach(note -> text.append(String.format("%nnote: %s%s", where, note)));
            curves.get(set)
                    .diagnostics()
                    .reasons()
                    .forEach(reason -> text.append(String.format("%nNOT TRUSTWORTHY: %s%s", where, reason)));
            text.append(String.format(
                    "%ndigest %s%s", where, curves.get(set).origin().digest()));
        });
        return text.toString();
    }

    /** Accuracy, and the share of runs that came to fit all samples. */
    private static String descent(List<LearnedSet> sets, Row row) {
        int runs = 0;
        int reached = 0;
        for (LearnedSet set : sets) {
            for (LearningDescentPoint point : set.descent().orElseThrow().points()) {
                runs += point.samples() == row.samples() ? point.runs() : 0;
                reached += point.samples() == row.samples() ? point.reached() : 0;
            }
        }
        return row.descent().map(value -> value(value, "%.4f") + ", ").orElse("")
                + String.format(Locale.ROOT, "%d of %d fit", reached, runs);
    }

    private static String value(Value value, String format) {
        if (!Double.isFinite(value.value())) {
            double most = value.interval().high();
            return value.value() == Double.NEGATIVE_INFINITY && Double.isFinite(most)
                    ? "below " + String.format(Locale.ROOT, format, most)
                    : "unknown";
        }
        String number = String.format(Locale.ROOT, format, value.value());
        return Optional.of(value.interval())
                .filter(interval -> interval.known())
                .map(interval -> number
                        + String.format(
                                Locale.ROOT, " (" + format + " to " + format + ")", interval.low(), interval.high()))
                .orElse(number);
    }
}
