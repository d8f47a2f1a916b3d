package org.guesscheck.gnc.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Prior;
import org.guesscheck.gnc.config.NetworkRecipe;
import org.guesscheck.gnc.config.OptionNames;
import org.guesscheck.gnc.config.ProblemRecipe;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.config.SweptField;
import org.guesscheck.gnc.json.Numeral;
import org.guesscheck.gnc.text.PlainText;

/** What a sweep asked, without the fields that vary, in one line: a figure explains itself where it is shown alone. */
final class QuestionLine {
    private final List<SweptField> varied;
    private final List<String> parts = new ArrayList<>();

    private QuestionLine(List<SweptField> varied) {
        this.varied = varied;
    }

    static String of(SweepConfig c) {
        QuestionLine line = new QuestionLine(c.grid().fields());
        line.problem(c.problem());
        line.network(c.network());
        line.add(SweptField.EPS, "eps " + c.guess().eps());
        return String.join(", ", line.parts);
    }

    /** Of each axis with which other fields change, a line with all values. */
    static List<String> companions(SweepConfig c) {
        return c.axes().stream()
                .filter(axis -> !axis.with().isEmpty())
                .map(axis -> values(axis.field(), axis.values())
                        + axis.with().stream()
                                .map(with -> values(with.field(), with.values()))
                                .collect(Collectors.joining("; ", " with ", "")))
                .toList();
    }

    private static String values(SweptField field, List<Double> values) {
        return field.label() + " " + values.stream().map(Numeral::text).collect(Collectors.joining(", "));
    }

    private void problem(ProblemRecipe problem) {
        if (!varied.contains(SweptField.SIZE)
                && !varied.contains(SweptField.ROWS)
                && !varied.contains(SweptField.COLS)) {
            parts.add(problem.rows() + " x " + problem.cols());
        } else {
            add(SweptField.SIZE, SweptField.ROWS, "rows " + problem.rows());
            add(SweptField.SIZE, SweptField.COLS, "cols " + problem.cols());
        }
        problem.own()
                .ifPresentOrElse(
                        own -> parts.add(PlainText.of(own.file())),
                        () -> add(SweptField.RANK, "rank " + problem.rank()));
        String kind = problem.completion() ? "observed entries" : "measurements";
        add(SweptField.MEASUREMENTS, problem.measurements() + " " + kind);
    }

    private void network(NetworkRecipe network) {
        String activation = OptionNames.of(network.activation());
        parts.add(activation);
        // 0.2 is the paper's, and said nowhere else.
        if (network.activation() == Activation.Kind.LEAKY_RELU && network.negativeSlope() != 0.2) {
            add(SweptField.NEGATIVE_SLOPE, "slope " + network.negativeSlope());
        }
        add(SweptField.WIDTH, "width " + network.width());
        add(SweptField.DEPTH, "depth " + network.depth());
        parts.add((network.prior() == Prior.GAUSSIAN ? "Gaussian" : "uniform") + " prior"
                + (network.normalized() ? ", normalized" : ""));
    }

    private void add(SweptField field, String words) {
        add(field, field, words);
    }

    private void add(SweptField one, SweptField other, String words) {
        if (!varied.contains(one) && !varied.contains(other)) {
            parts.add(words);
        }
    }
}
