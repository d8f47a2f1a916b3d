package org.guesscheck.gnc.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.guesscheck.gnc.config.CellId;
import org.guesscheck.gnc.config.ConfigJson;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.json.Json;

/** In what panels of several directories differ: their settings, and their estimates. */
final class Differences {
    /** Estimates are of these methods; what a baseline says depends on the problem alone. */
    static final Map<String, String> METHODS = Map.of(
            PanelResult.GUESS, "guess and check", PanelResult.PRIOR, "prior", PanelResult.DESCENT, "gradient descent");

    private static final List<String> ORDER = List.of(PanelResult.GUESS, PanelResult.PRIOR, PanelResult.DESCENT);

    /** What is not of the question, and changes no result but that of large gradient descents. */
    private static final List<String> ORIGIN =
            List.of("version", "gitRevision", "backend", "threads", "jdk", "os", "cpu", "processors", "host");

    private final List<PanelResult> panels;
    private final boolean sameQuestion;

    Differences(PanelGroup group) {
        this.panels = group.members().stream().map(Placed::panel).toList();
        SweepConfig first = panels.getFirst().config().title("");
        this.sameQuestion =
                panels.stream().allMatch(panel -> panel.config().title("").equals(first));
    }

    /**
     * The settings that are not the same everywhere.
     *
     * @return by the name of the config's field, the value in each directory
     */
    Map<String, List<String>> settings() {
        List<ObjectNode> configs =
                panels.stream().map(panel -> ConfigJson.write(panel.config())).toList();
        Set<String> names = new LinkedHashSet<>();
        configs.forEach(config -> config.fieldNames().forEachRemaining(names::add));
        Map<String, List<String>> differing = new LinkedHashMap<>();
        for (String name : names) {
            List<String> values = configs.stream()
                    .map(config -> config.has(name) ? words(config.get(name)) : "–")
                    .toList();
            putIfDifferent(differing, name, values);
        }
        return differing;
    }

    private static String words(JsonNode value) {
        return value.isArray() && !value.path(0).isObject()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(Differences::words)
                        .collect(Collectors.joining(", "))
                : value.isDouble()
                        ? Figures.setting(value.asDouble())
                        : value.isTextual() ? value.asText() : Json.line(value);
    }

    /** Where and by what the sweeps were computed, as far as that is not the same everywhere. */
    Map<String, List<String>> origins() {
        Map<String, List<String>> differing = new LinkedHashMap<>();
        for (String name : ORIGIN) {
            putIfDifferent(
                    differing,
                    name,
                    panels.stream().map(panel -> panel.text(name)).toList());
        }
        return differing;
    }

    private static void putIfDifferent(Map<String, List<String>> to, String name, List<String> values) {
        if (values.stream().distinct().count() > 1) {
            to.put(name, values);
        }
    }

    /** Whether all ask the same question, so that all numbers are to be equal. */
    boolean sameQuestion() {
        return sameQuestion;
    }

    /**
     * Estimates of the same problem at the same place by the same method.
     *
     * @param cell the trial and the place
     * @param method the method
     * @param rows the estimate of each directory
     * @param why how they differ, empty where they do not
     */
    record Pair(CellId cell, String method, List<Optional<EstimateRow>> rows, String why) {
        boolean differs() {
            return !why.isEmpty();
        }
    }

    /** Why there is no pair; empty where there are some, or where nothing is finished. */
    String whyNoPairs() {
        PanelResult first = panels.getFirst();
        if (!panels.stream().allMatch(panel -> panel.fields().equals(first.fields()))) {
            return "The sweeps vary different fields, so their estimates are not compared one by one.";
        }
        boolean problems = first.estimates().stream().map(EstimateRow::cell).anyMatch(this::sameProblem);
        return problems || first.estimates().stream().findAny().isEmpty()
                ? ""
                : "The sweeps have no problem at the same place in common, so their estimates are not compared one by"
                        + " one.";
    }

    /** The estimates that at least two directories have of the same problem. */
    List<Pair> pairs() {
        if (!whyNoPairs().isEmpty()) {
            return List.of();
        }
        Set<CellId> cells = new LinkedHashSet<>();
        panels.forEach(
                panel -> panel.estimates().stream().map(EstimateRow::cell).forEach(cells::add));
        List<Pair> pairs = new ArrayList<>();
        for (String method : ORDER) {
            for (CellId cell : cells) {
                List<Optional<EstimateRow>> rows = panels.stream()
                        .map(panel -> panel.row(method, cell).filter(this::counts))
                        .toList();
                if (rows.stream().flatMap(Optional::stream).count() > 1 && sameProblem(cell)) {
                    pairs.add(new Pair(cell, method, rows, why(rows)));
                }
            }
        }
        return pairs;
    }

    /** Whether a row is compared: of the same question also one without a loss, where nothing was accepted. */
    private boolean counts(EstimateRow row) {
        return Double.isFinite(row.loss().value()) || sameQuestion && !row.failed();
    }

    /** Whether the trial has the same problem everywhere: its seed, and the recipe at the place. */
    private boolean sameProblem(CellId cell) {
        SweepConfig first = panels.getFirst().config();
        return panels.stream()
                .map(PanelResult::config)
                .allMatch(config -> config.trials().seed() == first.trials().seed()
                        && config.at(cell.value())
                                .problem()
                                .equals(first.at(cell.value()).problem()));
    }

    private String why(List<Optional<EstimateRow>> found) {
        List<EstimateRow> rows = found.stream().flatMap(Optional::stream).toList();
        if (sameQuestion) {
            boolean equal = rows.stream().map(Differences::numbers).distinct().count() == 1;
            long digests = rows.stream()
                    .map(row -> row.work().digest())
                    .filter(digest -> !digest.isEmpty())
                    .distinct()
                    .count();
            if (digests > 1) {
                return "digests differ";
            }
            if (!equal) {
                return "numbers differ";
            }
            return "";
        }
        boolean apart =
                rows.stream().anyMatch(a -> rows.stream().anyMatch(b -> a.loss().apartFrom(b.loss())));
        if (!apart) {
            return "";
        }
        boolean intervals =
                rows.stream().allMatch(row -> Double.isFinite(row.loss().low()));
        return intervals ? "intervals do not overlap" : "values differ";
    }

    /** What the same question has the same bits of. */
    private static List<Double> numbers(EstimateRow row) {
        return List.of(
                row.loss().value(),
                row.loss().low(),
                row.loss().high(),
                row.guess().accepted(),
                row.guess().draws(),
                row.training().loss());
    }
}
