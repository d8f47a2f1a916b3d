package org.guesscheck.gnc.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.learn.SetsSummary.Row;
import org.guesscheck.gnc.learn.SetsSummary.Value;

/** The means of learning curves for the page's scripts, as JSON that can stand inside a page: a panel with one trial, the mean over sets. */
final class LearningData {
    private LearningData() {}

    static String of(LearningResult result) {
        ObjectNode node = Json.object();
        ObjectNode panel = node.putArray("panels").addObject();
        panel.put("name", "").put("figure", "learning").put("trials", 1);
        List<Row> rows = result.drawn();
        ArrayNode values = panel.putArray("axes")
                .addObject()
                .put("label", "training samples")
                .putArray("values");
        rows.forEach(row -> values.add(row.samples()));
        String mark = mark(result);
        ArrayNode methods = panel.putArray("methods");
        method(methods, "guess_and_check", "guess and check", rows, row -> guess(row, mark));
        if (result.judgesRight()) {
            method(methods, "next_right", "guess and check fits the next training sample", rows, LearningData::next);
        }
        if (result.descends()) {
            method(methods, "gradient_descent", "gradient descent", rows, LearningData::descent);
        }
        result.prior()
                .ifPresent(value -> method(
                        methods,
                        "prior",
                        "prior",
                        rows,
                        row -> row.accuracy().map(tested -> accuracy(value, "accuracy"))));
        return PanelData.inside(node);
    }

    private static String mark(LearningResult result) {
        int doubtful = result.doubtful().size();
        return doubtful == 0
                ? ""
                : doubtful + " of " + result.sets().size() + (doubtful == 1 ? " sets is" : " sets are")
                        + " not trustworthy";
    }

    private static void method(
            ArrayNode methods, String key, String name, List<Row> rows, Function<Row, Optional<ObjectNode>> told) {
        ArrayNode places = methods.addObject()
                .put("key", key)
                .put("name", name)
                .put("shown", true)
                .putArray("estimates");
        for (Row row : rows) {
            ArrayNode place = places.addArray();
            told.apply(row).ifPresentOrElse(place::add, place::addNull);
        }
    }

    private static Optional<ObjectNode> guess(Row row, String mark) {
        ObjectNode node = Json.object();
        ArrayNode facts = node.putArray("facts");
        PanelData.put(node, "logProbability", row.logProbability().value());
        PanelData.put(node, "logProbabilityLow", row.logProbability().interval().low());
        PanelData.put(
                node, "logProbabilityHigh", row.logProbability().interval().high());
        row.accuracy().ifPresent(value -> {
            number(node, value);
            fact(facts, "accuracy", LearningSection.text(value));
        });
        if (Double.isFinite(row.deviation())) {
            fact(facts, "its deviation over networks", Figures.of(row.deviation()));
        }
        fact(facts, "log2 p", LearningSection.text(row.logProbability()));
        if (!mark.isEmpty()) {
            node.put("mark", mark);
        }
        return Optional.of(node);
    }

    /** As in the printed figure, beside tested networks alone. */
    private static Optional<ObjectNode> next(Row row) {
        return row.nextRight()
                .filter(value -> row.accuracy().isPresent() && value.interval().known())
                .map(value -> accuracy(value, "p(n+1) / p(n)"));
    }

    private static Optional<ObjectNode> descent(Row row) {
        return row.descent().map(value -> accuracy(value, "accuracy"));
    }

    private static ObjectNode accuracy(Value value, String name) {
        ObjectNode node = Json.object();
        number(node, value);
        fact(node.putArray("facts"), name, LearningSection.text(value));
        return node;
    }

    private static void number(ObjectNode node, Value value) {
        PanelData.put(node, "mean", value.value());
        PanelData.put(node, "low", value.interval().low());
        PanelData.put(node, "high", value.interval().high());
    }

    private static void fact(ArrayNode facts, String name, String text) {
        facts.addArray().add(name).add(text);
    }
}
