package org.guesscheck.bench.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.guesscheck.core.problem.Measurements;
import org.guesscheck.core.problem.Problem;

/** Problem files: rows, cols, train, and test or the ground truth from which the complement's targets follow. */
public final class ProblemJson {
    private static final List<String> FIELDS = List.of("rows", "cols", "train", "test", "groundTruth");
    private static final List<String> DATA = List.of("measurements", "targets");

    private ProblemJson() {}

    /** Reads a problem file. */
    public static Problem read(Path file) {
        Fields fields = new Fields(file.toString(), "", Json.read(file), FIELDS);
        int rows = fields.integer("rows", 1);
        int cols = fields.integer("cols", 1);
        if ((long) rows * cols > Integer.MAX_VALUE) {
            throw fields.error("rows", rows + "; rows * cols of at most " + Integer.MAX_VALUE + " is allowed");
        }
        double[] truth = fields.has("groundTruth") ? groundTruth(fields, rows, cols) : null;
        Measurements train = measurements(fields.object("train", DATA), rows * cols);
        if (!fields.has("test") && truth == null) {
            throw fields.error("groundTruth", "missing; it is needed where test is absent");
        }
        Measurements test = fields.has("test") ? measurements(fields.object("test", DATA), rows * cols) : null;
        try {
            return test == null
                    ? Problem.complementing(rows, cols, train, truth)
                    : Problem.of(rows, cols, train, test, truth);
        } catch (IllegalArgumentException e) {
            throw new InputException(file + ": " + e.getMessage());
        }
    }

    private static double[] groundTruth(Fields fields, int rows, int cols) {
        List<JsonNode> items = fields.items("groundTruth");
        if (items.size() != rows) {
            throw fields.error("groundTruth", items.size() + " rows; rows = " + rows + " are needed");
        }
        double[] truth = new double[rows * cols];
        for (int i = 0; i < rows; i++) {
            double[] row = fields.row("groundTruth[" + i + "]", items.get(i), cols, "cols");
            System.arraycopy(row, 0, truth, i * cols, cols);
        }
        return truth;
    }

    private static Measurements measurements(Fields fields, int entries) {
        List<JsonNode> items = fields.items("measurements");
        double[][] matrices = new double[items.size()][];
        for (int i = 0; i < matrices.length; i++) {
            matrices[i] = fields.row("measurements[" + i + "]", items.get(i), entries, "rows * cols");
        }
        double[] targets =
                fields.row("targets", fields.required("targets"), matrices.length, "the measurements' count");
        return Measurements.of(matrices, targets);
    }

    /** The problem as the object that {@link #read} reads. */
    public static ObjectNode write(Problem problem) {
        ObjectNode node = Json.object();
        node.put("rows", problem.rows()).put("cols", problem.cols());
        node.set("train", data(problem.train()));
        node.set("test", data(problem.test()));
        problem.groundTruth().ifPresent(truth -> node.set("groundTruth", matrix(truth, problem.cols())));
        return node;
    }

    private static ObjectNode data(Measurements measurements) {
        ObjectNode node = Json.object();
        ArrayNode matrices = node.putArray("measurements");
        for (double[] matrix : measurements.matrices()) {
            matrices.add(Json.array(matrix));
        }
        node.set("targets", Json.array(measurements.targets()));
        return node;
    }

    private static ArrayNode matrix(double[] values, int cols) {
        ArrayNode rows = Json.object().arrayNode();
        for (int start = 0; start < values.length; start += cols) {
            rows.add(Json.array(java.util.Arrays.copyOfRange(values, start, start + cols)));
        }
        return rows;
    }
}
