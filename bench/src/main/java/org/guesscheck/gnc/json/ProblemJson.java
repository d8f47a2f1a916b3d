package org.guesscheck.gnc.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.guesscheck.core.problem.Measurements;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.gnc.text.InputException;

/** Problem files: rows, cols, train, and either test or the ground truth, which gives the targets of the complement. */
public final class ProblemJson {
    private static final List<String> FIELDS = List.of("rows", "cols", "train", "test", "groundTruth");
    private static final List<String> DATA = List.of("measurements", "targets", "entries");

    /** Completion problems of more numbers than this are written as entries. */
    private static final long DENSE = 1L << 20;

    /** Numbers or entries that are written between two questions whether to stop. */
    private static final int ASKED_EVERY = 4096;

    private ProblemJson() {}

    /** Reads a problem file. */
    public static Problem read(Path file) {
        return problem(Json.read(file), file.toString());
    }

    /** The JSON Schema of problem files. It can't say which lists must have equal lengths. */
    public static String schema() {
        try (InputStream in = ProblemJson.class.getResourceAsStream("problem.schema.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the text of a problem file; the file's name is for errors. */
    public static Problem parse(String text, String file) {
        return problem(Json.parse(text, file), file);
    }

    private static Problem problem(ObjectNode node, String file) {
        Fields fields = new Fields(file, "", node, FIELDS);
        int rows = fields.integer("rows", 1);
        int cols = fields.integer("cols", 1);
        long entries = (long) rows * cols;
        if (entries > Problem.MOST_ENTRIES) {
            throw fields.error(
                    "rows", rows + "; rows * cols of at most " + Problem.MOST_ENTRIES + " is allowed, not " + entries);
        }
        double[] truth = fields.has("groundTruth")
                ? fields.rows("groundTruth", fields.required("groundTruth"), rows, cols)
                : null;
        Measurements train = measurements(fields.object("train", DATA), rows, cols);
        if (!fields.has("test") && truth == null) {
            throw fields.error("groundTruth", "missing; it is needed where test is absent");
        }
        Measurements test = null;
        if (fields.has("test")) {
            test = measurements(fields.object("test", DATA), rows, cols);
        } else if (train.positions().isPresent()) {
            test = UnobservedEntries.of(train.positions().get(), truth)
                    .orElseThrow(
                            () -> fields.error("train.entries", "all entries are observed, so no test entry is left"));
        }
        try {
            return test == null
                    ? Problem.complementing(rows, cols, train, truth)
                    : Problem.of(rows, cols, train, test, truth);
        } catch (IllegalArgumentException e) {
            throw new InputException(file + ": " + e.getMessage());
        }
    }

    /** Dense measurement matrices with targets, or single entries [row, column, value], both counted from 0. */
    private static Measurements measurements(Fields fields, int rows, int cols) {
        if (fields.has("entries")) {
            return entries(fields, rows, cols);
        }
        List<JsonNode> items = fields.items("measurements");
        double[][] matrices = new double[items.size()][];
        for (int i = 0; i < matrices.length; i++) {
            matrices[i] = matrix(fields, "measurements[" + i + "]", items.get(i), rows, cols);
        }
        double[] targets =
                fields.row("targets", fields.required("targets"), matrices.length, "the measurements' count");
        return made(fields, () -> Measurements.of(matrices, targets));
    }

    /** A measurement matrix: all numbers row by row in one list, or a list for each row. */
    private static double[] matrix(Fields fields, String name, JsonNode matrix, int rows, int cols) {
        boolean nested = matrix.isArray() && !matrix.isEmpty() && matrix.get(0).isArray();
        return nested ? fields.rows(name, matrix, rows, cols) : fields.row(name, matrix, rows * cols, "rows * cols");
    }

    /** Makes measurements; a refusal by core names the file and the part of it. */
    private static Measurements made(Fields fields, Supplier<Measurements> measurements) {
        try {
            return measurements.get();
        } catch (IllegalArgumentException e) {
            throw fields.error(e.getMessage());
        }
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
            double[] entry = fields.row(name, items.get(i), 3, "row, column and value");
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
        return made(fields, () -> Measurements.entries(rows * cols, positions, targets));
    }

    /**
     * Writes a problem as the object that {@link #read} reads, number by number: a large one has millions.
     *
     * @throws CancellationException if it was told to stop
     */
    public static void write(Problem problem, Writer to, BooleanSupplier stop) throws IOException {
        try (JsonGenerator json = Json.generator(to)) {
            json.writeStartObject();
            json.writeNumberField("rows", problem.rows());
            json.writeNumberField("cols", problem.cols());
            json.writeFieldName("train");
            data(json, problem.train(), problem.cols(), stop);
            json.writeFieldName("test");
            data(json, problem.test(), problem.cols(), stop);
            if (problem.groundTruth().isPresent()) {
                json.writeFieldName("groundTruth");
                matrix(json, problem.groundTruth().get(), problem.cols(), stop);
            }
            json.writeEndObject();
        }
    }

    private static void data(JsonGenerator json, Measurements measurements, int cols, BooleanSupplier stop)
            throws IOException {
        double[] targets = measurements.targets();
        json.writeStartObject();
        if (measurements.positions().isPresent() && (long) measurements.count() * measurements.length() > DENSE) {
            json.writeArrayFieldStart("entries");
            int[] positions = measurements.positions().get();
            for (int i = 0; i < positions.length; i++) {
                stopIfTold(i, stop);
                json.writeStartArray();
                json.writeNumber(positions[i] / cols);
                json.writeNumber(positions[i] % cols);
                json.writeNumber(targets[i]);
                json.writeEndArray();
            }
            json.writeEndArray();
        } else {
            json.writeArrayFieldStart("measurements");
            for (int i = 0; i < targets.length; i++) {
                double[] matrix = measurements.matrix(i);
                row(json, matrix, 0, matrix.length, stop);
            }
            json.writeEndArray();
            json.writeFieldName("targets");
            row(json, targets, 0, targets.length, stop);
        }
        json.writeEndObject();
    }

    private static void matrix(JsonGenerator json, double[] values, int cols, BooleanSupplier stop) throws IOException {
        json.writeStartArray();
        for (int start = 0; start < values.length; start += cols) {
            row(json, values, start, cols, stop);
        }
        json.writeEndArray();
    }

    private static void row(JsonGenerator json, double[] values, int from, int count, BooleanSupplier stop)
            throws IOException {
        json.writeStartArray();
        for (int i = 0; i < count; i++) {
            stopIfTold(i, stop);
            json.writeNumber(values[from + i]);
        }
        json.writeEndArray();
    }

    private static void stopIfTold(int item, BooleanSupplier stop) {
        if (item % ASKED_EVERY == 0 && stop.getAsBoolean()) {
            throw new CancellationException("cancelled");
        }
    }
}
