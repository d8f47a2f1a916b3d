package org.guesscheck.bench.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.guesscheck.core.problem.Measurements;
import org.guesscheck.core.problem.Problem;

/** Problem files: rows, cols, train, and test or the ground truth from which the complement's targets follow. */
public final class ProblemJson {
    private static final List<String> FIELDS = List.of("rows", "cols", "train", "test", "groundTruth");
    private static final List<String> DATA = List.of("measurements", "targets", "entries");

    /** Completion problems of more numbers than this are written as entries. */
    private static final long DENSE = 1L << 20;

    /** The sum of the squares of 1e8 such numbers is still one of single precision. */
    private static final double LARGEST = 1e15;

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
        Measurements train = measurements(fields.object("train", DATA), rows, cols);
        if (!fields.has("test") && truth == null) {
            throw fields.error("groundTruth", "missing; it is needed where test is absent");
        }
        Measurements test = null;
        if (fields.has("test")) {
            test = measurements(fields.object("test", DATA), rows, cols);
        } else if (train.positions().isPresent()) {
            test = others(fields, train.positions().get(), truth);
        }
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
            double[] row = single(fields, "groundTruth[" + i + "]", items.get(i), cols, "cols");
            System.arraycopy(row, 0, truth, i * cols, cols);
        }
        return truth;
    }

    /** Dense measurement matrices with targets, or single entries [row, column, value], both counted from 0. */
    private static Measurements measurements(Fields fields, int rows, int cols) {
        if (fields.has("entries")) {
            return entries(fields, rows, cols);
        }
        List<JsonNode> items = fields.items("measurements");
        double[][] matrices = new double[items.size()][];
        for (int i = 0; i < matrices.length; i++) {
            matrices[i] = single(fields, "measurements[" + i + "]", items.get(i), rows * cols, "rows * cols");
        }
        double[] targets =
                single(fields, "targets", fields.required("targets"), matrices.length, "the measurements' count");
        return Measurements.of(matrices, targets);
    }

    /** Numbers that can be computed with in single precision, of which the squares are summed up. */
    private static double[] single(Fields fields, String name, JsonNode array, int length, String meaning) {
        double[] values = fields.row(name, array, length, meaning);
        for (int i = 0; i < length; i++) {
            if (Math.abs(values[i]) > LARGEST) {
                throw fields.error(
                        name + "[" + i + "]", Fields.shown(array.get(i)) + "; numbers from -1e15 to 1e15 are allowed");
            }
        }
        return values;
    }

    private static Measurements entries(Fields fields, int rows, int cols) {
        if (fields.has("measurements") || fields.has("targets")) {
            throw fields.error("entries", "not allowed together with measurements or targets");
        }
        List<JsonNode> items = fields.items("entries");
        int[] positions = new int[items.size()];
        double[] targets = new double[positions.length];
        BitSet seen = new BitSet(rows * cols);
        for (int i = 0; i < positions.length; i++) {
            String name = "entries[" + i + "]";
            double[] entry = single(fields, name, items.get(i), 3, "row, column and value");
            boolean inside = entry[0] == Math.rint(entry[0])
                    && entry[1] == Math.rint(entry[1])
                    && entry[0] >= 0
                    && entry[0] < rows
                    && entry[1] >= 0
                    && entry[1] < cols;
            if (!inside) {
                throw fields.error(
                        name,
                        Fields.shown(items.get(i)) + "; a row of 0 to " + (rows - 1) + ", a column of 0 to "
                                + (cols - 1) + " and a value are allowed");
            }
            positions[i] = (int) entry[0] * cols + (int) entry[1];
            targets[i] = entry[2];
            if (seen.get(positions[i])) {
                throw fields.error(
                        name,
                        "row " + (int) entry[0] + " and column " + (int) entry[1]
                                + " were there before; each entry is allowed once");
            }
            seen.set(positions[i]);
        }
        return Measurements.entries(rows * cols, positions, targets);
    }

    /** All entries that are not observed. */
    private static Measurements others(Fields fields, int[] observed, double[] truth) {
        BitSet seen = new BitSet(truth.length);
        for (int position : observed) {
            seen.set(position);
        }
        int[] positions =
                IntStream.range(0, truth.length).filter(e -> !seen.get(e)).toArray();
        if (positions.length == 0) {
            throw fields.error("train.entries", "all entries are observed, so no test entry is left");
        }
        return Measurements.entries(
                truth.length,
                positions,
                Arrays.stream(positions).mapToDouble(e -> truth[e]).toArray());
    }

    /** The problem as the object that {@link #read} reads. */
    public static ObjectNode write(Problem problem) {
        ObjectNode node = Json.object();
        node.put("rows", problem.rows()).put("cols", problem.cols());
        node.set("train", data(problem.train(), problem.cols()));
        node.set("test", data(problem.test(), problem.cols()));
        problem.groundTruth().ifPresent(truth -> node.set("groundTruth", matrix(truth, problem.cols())));
        return node;
    }

    private static ObjectNode data(Measurements measurements, int cols) {
        ObjectNode node = Json.object();
        if (measurements.positions().isPresent() && (long) measurements.count() * measurements.length() > DENSE) {
            ArrayNode entries = node.putArray("entries");
            int[] positions = measurements.positions().get();
            double[] targets = measurements.targets();
            for (int i = 0; i < positions.length; i++) {
                entries.addArray()
                        .add(positions[i] / cols)
                        .add(positions[i] % cols)
                        .add(targets[i]);
            }
            return node;
        }
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
            rows.add(Json.array(Arrays.copyOfRange(values, start, start + cols)));
        }
        return rows;
    }
}
