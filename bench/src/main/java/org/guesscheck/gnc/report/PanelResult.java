package org.guesscheck.gnc.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guesscheck.gnc.config.Axis;
import org.guesscheck.gnc.config.CellId;
import org.guesscheck.gnc.config.ConfigJson;
import org.guesscheck.gnc.config.Point;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.config.SweptField;
import org.guesscheck.gnc.json.Fields;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.sweep.PanelFiles;
import org.guesscheck.gnc.text.InputException;

/**
 * What a sweep left in the directory of one panel.
 *
 * @param directory where it is
 * @param config what was asked
 * @param run the rest of run.json
 * @param estimates the rows of estimates.csv
 * @param doubts why the estimates of a trial and a width or depth are not to be trusted
 * @param unfitted why gradient descents did not fit the training data
 * @param remarks what is to be said of the files, one sentence each
 */
record PanelResult(
        Path directory,
        SweepConfig config,
        ObjectNode run,
        Estimates estimates,
        Map<CellId, List<String>> doubts,
        Map<CellId, List<String>> unfitted,
        List<String> remarks) {

    static final String GUESS = "guess_and_check";
    static final String DESCENT = "gradient_descent";
    static final String PRIOR = "prior";

    private static final String FINISHED = "finishedCells";

    /**
     * Reads a panel's files.
     *
     * @throws InputException if one is missing or broken
     */
    static PanelResult read(Path directory) throws IOException {
        Path file = directory.resolve(PanelFiles.RUN);
        ObjectNode run = Json.read(file);
        Fields fields = new Fields(file.toString(), "", run);
        SweepConfig config = ConfigJson.read(fields.object("config").node(), file + ": config");
        Path table = directory.resolve(PanelFiles.ESTIMATES);
        if (!Files.isRegularFile(table)) {
            throw new InputException(table + ": there is no such file beside " + PanelFiles.RUN);
        }
        List<EstimateRow> rows = EstimateRow.read(table, config);
        return new PanelResult(
                directory,
                config,
                run,
                new Estimates(rows),
                cells(fields, "doubts", place -> place.texts("reasons")),
                config.descent().climbs() ? withoutRung(fields, config) : notConverged(fields),
                remarks(fields, rows));
    }

    /** What a list of run.json, which older versions did not write, tells of cells. */
    private static Map<CellId, List<String>> cells(Fields run, String name, Function<Fields, List<String>> told) {
        Map<CellId, List<String>> cells = new HashMap<>();
        if (run.node().path(name).isArray() && !run.node().path(name).isEmpty()) {
            for (Fields place : run.objects(name)) {
                cells.put(CellId.read(place), told.apply(place));
            }
        }
        return cells;
    }

    private static Map<CellId, List<String>> notConverged(Fields run) {
        return cells(run, "descentsNotConverged", place -> List.of(place.text("reason")));
    }

    /** All trials of the places at which no init scale of a ladder let nearly all runs fit. */
    private static Map<CellId, List<String>> withoutRung(Fields run, SweepConfig config) {
        Map<CellId, List<String>> cells = new HashMap<>();
        String name = "initScalesTaken";
        if (run.node().path(name).isArray() && !run.node().path(name).isEmpty()) {
            for (Fields place : run.objects(name)) {
                if (place.has("reason")) {
                    for (int trial = 0; trial < config.trials().count(); trial++) {
                        cells.put(new CellId(trial, Point.read(place)), List.of(place.text("reason")));
                    }
                }
            }
        }
        return cells;
    }

    private static List<String> remarks(Fields run, List<EstimateRow> rows) {
        int known = run.node().path(FINISHED).asInt()
                + run.node().path("failedCells").asInt();
        long there = rows.stream().filter(row -> row.method().equals(GUESS)).count();
        List<String> remarks = new ArrayList<>();
        String leftOut = run.node().path("baselinesLeftOut").asText("");
        if (!leftOut.isEmpty()) {
            remarks.add(leftOut);
        }
        if (known != there) {
            remarks.add(PanelFiles.ESTIMATES + " has " + there + " estimates and " + PanelFiles.RUN
                    + " and the figure "
                    + known + ": the sweep was cut off after it was resumed. The command that began it brings them"
                    + " together with --resume.");
        }
        return remarks;
    }

    /** The same with one more remark. */
    PanelResult with(String remark) {
        List<String> all = new ArrayList<>(remarks);
        all.add(remark);
        return new PanelResult(directory, config, run, estimates, doubts, unfitted, all);
    }

    /** The fields that its axes vary. */
    List<SweptField> fields() {
        return config.axes().stream().map(Axis::field).toList();
    }

    /** The row of a method and a cell. */
    Optional<EstimateRow> row(String method, CellId cell) {
        return estimates.row(method, cell);
    }

    /** The rows of a method over the trials at a place of the sweep. */
    List<EstimateRow> rows(String method, Point place) {
        return estimates.rows(method, place);
    }

    /** How many estimates of guess and check are not to be trusted. */
    long doubtful() {
        return estimates.stream().filter(EstimateRow::doubtful).count();
    }

    /** How many cells have gradient descent that did not fit the training data. */
    long unfittedCells() {
        return estimates.stream().filter(row -> !row.training().fitted()).count();
    }

    /** What is wrong with gradient descent in these cells. */
    String whyUnfitted() {
        return config.descent().climbs()
                ? "no init scale of the ladder lets gradient descent fit"
                : "gradient descent did not converge";
    }

    /** Why something has no result, each reason once, and how many trials of a width or depth that concerns. */
    Map<String, Long> failures() {
        return estimates.stream()
                .filter(EstimateRow::failed)
                .collect(Collectors.groupingBy(row -> row.work().failure(), TreeMap::new, Collectors.counting()));
    }

    /** How many trials of a width or depth lack a result. */
    long failed() {
        return estimates.stream()
                .filter(EstimateRow::failed)
                .map(EstimateRow::cell)
                .distinct()
                .count();
    }

    /** Why an estimate is not to be trusted, or gradient descent did not fit. */
    List<String> reasons(EstimateRow row) {
        Map<CellId, List<String>> told = row.method().equals(DESCENT) ? unfitted : doubts;
        return told.getOrDefault(row.cell(), List.of("the reason was not recorded"));
    }

    /** Why a result is missing or not to be trusted, after a mark that says which of the two methods' checks failed. */
    String why(EstimateRow row, String mark) {
        return row.failed()
                ? row.method().replace('_', ' ') + " failed: " + row.work().failure()
                : mark + String.join("; ", reasons(row));
    }

    boolean interrupted() {
        return run.path("interrupted").asBoolean();
    }

    String finished() {
        return run.path(FINISHED).asInt() + " of " + run.path("cells").asInt();
    }

    /** A field of run.json in words. */
    String text(String name) {
        return Origin.text(run, name);
    }
}
