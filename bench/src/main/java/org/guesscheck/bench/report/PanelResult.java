package org.guesscheck.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guesscheck.bench.config.ConfigJson;
import org.guesscheck.bench.config.SweepConfig;
import org.guesscheck.bench.config.SweepKind;
import org.guesscheck.bench.json.Fields;
import org.guesscheck.bench.json.InputException;
import org.guesscheck.bench.json.Json;

/**
 * What a sweep left in the directory of one panel.
 *
 * @param directory where it is
 * @param config what was asked
 * @param run the rest of run.json
 * @param estimates the rows of estimates.csv
 * @param doubts why the estimates of a trial and a width or depth are not to be trusted
 */
record PanelResult(
        Path directory,
        SweepConfig config,
        ObjectNode run,
        List<EstimateRow> estimates,
        Map<PanelResult.Place, List<String>> doubts) {

    static final String RUN = "run.json";
    static final String ESTIMATES = "estimates.csv";
    static final String FIGURE = "figure.svg";

    /** A trial and a width or depth. */
    record Place(int trial, int value) {}

    /**
     * Reads a panel's files.
     *
     * @throws InputException if one is missing or broken
     */
    static PanelResult read(Path directory) throws IOException {
        Path file = directory.resolve(RUN);
        ObjectNode run = Json.read(file);
        Fields fields = new Fields(file.toString(), "", run);
        SweepConfig config = ConfigJson.read(fields.object("config").node(), file + ": config");
        Path table = directory.resolve(ESTIMATES);
        if (!Files.isRegularFile(table)) {
            throw new InputException(table + ": there is no such file beside " + RUN);
        }
        Map<Place, List<String>> doubts = new HashMap<>();
        // Runs of older versions have none.
        if (run.path("doubts").isArray() && !run.path("doubts").isEmpty()) {
            for (Fields doubt : fields.objects("doubts")) {
                doubts.put(new Place(doubt.integer("trial", 0), doubt.integer("value", 1)), doubt.texts("reasons"));
            }
        }
        return new PanelResult(directory, config, run, EstimateRow.read(table), doubts);
    }

    /** The width or depth of a row, whichever the sweep varies. */
    int value(EstimateRow row) {
        return config.sweep() == SweepKind.WIDTH ? row.width() : row.depth();
    }

    /** The row of a method, trial and width or depth. */
    Optional<EstimateRow> row(String method, int trial, int value) {
        return estimates.stream()
                .filter(row -> row.method().equals(method) && row.trial() == trial && value(row) == value)
                .findFirst();
    }

    /** Means of a method over the trials at a width or depth. */
    double[] means(String method, int value) {
        return estimates.stream()
                .filter(row -> row.method().equals(method) && value(row) == value)
                .mapToDouble(EstimateRow::mean)
                .toArray();
    }

    /** How many estimates of guess and check are not to be trusted. */
    long doubtful() {
        return estimates.stream().filter(row -> !row.trustworthy()).count();
    }

    /** Why an estimate is not to be trusted. */
    List<String> reasons(EstimateRow row) {
        return doubts.getOrDefault(new Place(row.trial(), value(row)), List.of("the reason was not recorded"));
    }

    boolean interrupted() {
        return run.path("interrupted").asBoolean();
    }

    String finished() {
        return run.path("finishedCells").asInt() + " of " + run.path("cells").asInt();
    }

    /** A field of run.json in words. */
    String text(String name) {
        JsonNode value = run.path(name);
        return value.isNull() || value.isMissingNode() ? "unknown" : value.asText();
    }
}
