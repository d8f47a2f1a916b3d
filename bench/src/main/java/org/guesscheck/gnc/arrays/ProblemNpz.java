package org.guesscheck.gnc.arrays;

import java.io.IOException;
import java.io.OutputStream;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.guesscheck.core.problem.Measurements;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.gnc.json.UnobservedEntries;
import org.guesscheck.gnc.npy.NpyArray;
import org.guesscheck.gnc.npy.NpzFile;
import org.guesscheck.gnc.npy.NpzWriter;
import org.guesscheck.gnc.text.InputException;

/**
 * Problems as arrays. {@code train_measurements} has the shape (n, rows, cols), {@code train_targets} (n,) and {@code ground_truth} (rows,
 * cols). Where single entries are observed, {@code train_entries} of the shape (n, 2) has their rows and columns, as {@code numpy.argwhere}
 * gives them; {@code rows} and {@code cols} are then needed if there is no ground truth. The test's arrays have the same form.
 */
public final class ProblemNpz {
    private static final String ROWS = "rows";
    private static final String COLS = "cols";
    private static final String GROUND_TRUTH = "ground_truth";
    private static final String TRAIN = "train_";
    private static final String TEST = "test_";
    private static final String MEASUREMENTS = "measurements";
    private static final String TARGETS = "targets";
    private static final String ENTRIES = "entries";

    private static final List<String> ALLOWED = List.of(
            ROWS,
            COLS,
            TRAIN + MEASUREMENTS,
            TRAIN + ENTRIES,
            TRAIN + TARGETS,
            TEST + MEASUREMENTS,
            TEST + ENTRIES,
            TEST + TARGETS,
            GROUND_TRUTH);

    private final NpzFile file;
    private final int rows;
    private final int cols;

    private ProblemNpz(NpzFile file) {
        this.file = file;
        int[] shape = shape();
        rows = shape[0];
        cols = shape[1];
        requireSize(ROWS, rows);
        requireSize(COLS, cols);
        if ((long) rows * cols > Problem.MOST_ENTRIES) {
            throw file.error(
                    ROWS,
                    rows + "; rows * cols of at most " + Problem.MOST_ENTRIES + " is allowed, not "
                            + (long) rows * cols);
        }
    }

    /** Reads a problem file; its name is for errors. */
    static Problem read(byte[] bytes, String name) {
        return new ProblemNpz(NpzFile.read(bytes, name, ALLOWED)).problem(name);
    }

    /** Rows and columns by the first array that has both. */
    private int[] shape() {
        if (file.has(GROUND_TRUTH)) {
            return file.array(GROUND_TRUTH).require("rows x cols", -1, -1).shape();
        }
        if (file.has(TRAIN + MEASUREMENTS)) {
            int[] shape = file.array(TRAIN + MEASUREMENTS)
                    .require("n x rows x cols", -1, -1, -1)
                    .shape();
            return new int[] {shape[1], shape[2]};
        }
        return new int[] {size(ROWS), size(COLS)};
    }

    private int size(String name) {
        double value = file.array(name).require("one number", new int[0]).values()[0];
        if (value != Math.rint(value) || value < 1 || value > Problem.MOST_ENTRIES) {
            throw file.error(name, value + "; a whole number of 1 to " + Problem.MOST_ENTRIES + " is allowed");
        }
        return (int) value;
    }

    private void requireSize(String name, int size) {
        if (file.has(name) && size(name) != size) {
            throw file.error(name, size(name) + " where the arrays have " + size);
        }
    }

    private Problem problem(String name) {
        double[] truth = file.has(GROUND_TRUTH)
                ? file.array(GROUND_TRUTH)
                        .require("rows x cols", rows, cols)
                        .requireFinite()
                        .values()
                : null;
        Measurements train = measurements(TRAIN);
        boolean tested = ALLOWED.stream().anyMatch(array -> array.startsWith(TEST) && file.has(array));
        if (!tested && truth == null) {
            throw file.error(GROUND_TRUTH, "missing; it is needed where test_measurements and test_entries are absent");
        }
        Measurements test = null;
        if (tested) {
            test = measurements(TEST);
        } else if (train.positions().isPresent()) {
            test = UnobservedEntries.of(train.positions().get(), truth)
                    .orElseThrow(
                            () -> file.error(TRAIN + ENTRIES, "all entries are observed, so no test entry is left"));
        }
        try {
            return test == null
                    ? Problem.complementing(rows, cols, train, truth)
                    : Problem.of(rows, cols, train, test, truth);
        } catch (IllegalArgumentException e) {
            throw new InputException(name + ": "
                    + e.getMessage()
                            .replaceFirst("^train\\.", TRAIN)
                            .replaceFirst("^test\\.", TEST)
                            .replaceFirst("^groundTruth", GROUND_TRUTH));
        }
    }

    private Measurements measurements(String part) {
        boolean single = file.has(part + ENTRIES);
        if (single && file.has(part + MEASUREMENTS)) {
            throw file.error(part + ENTRIES, "not allowed together with " + part + MEASUREMENTS);
        }
        if (!single && !file.has(part + MEASUREMENTS)) {
            throw file.error(part + MEASUREMENTS, "missing; it or " + part + ENTRIES + " is needed");
        }
        NpyArray given = single
                ? file.array(part + ENTRIES).require("n x (row, column)", -1, 2)
                : file.array(part + MEASUREMENTS).require("n x rows x cols", -1, rows, cols);
        int count = given.shape()[0];
        double[] targets = file.array(part + TARGETS)
                .require("a target for each of the n", count)
                .requireFinite()
                .values();
        try {
            return single
                    ? Measurements.entries(rows * cols, positions(given), targets)
                    : Measurements.of(matrices(given.requireFinite()), targets);
        } catch (IllegalArgumentException e) {
            throw file.error(
                    part + e.getMessage().replaceFirst(":.*", ""),
                    e.getMessage().replaceFirst("^[^:]*: ", ""));
        }
    }

    private double[][] matrices(NpyArray measurements) {
        double[][] matrices = new double[measurements.shape()[0]][rows * cols];
        for (int i = 0; i < matrices.length; i++) {
            System.arraycopy(measurements.values(), i * rows * cols, matrices[i], 0, rows * cols);
        }
        return matrices;
    }

    private int[] positions(NpyArray entries) {
        double[] values = entries.values();
        int[] positions = new int[values.length / 2];
        BitSet seen = new BitSet(rows * cols);
        for (int i = 0; i < positions.length; i++) {
            double row = values[2 * i];
            double column = values[2 * i + 1];
            boolean inside = row == Math.rint(row)
                    && column == Math.rint(column)
                    && row >= 0
                    && row < rows
                    && column >= 0
                    && column < cols;
            if (!inside) {
                throw new InputException(entries.name() + "[" + i + "]: row " + row + " and column " + column
                        + "; whole numbers are needed, a row of 0 to " + (rows - 1) + " and a column of 0 to "
                        + (cols - 1));
            }
            positions[i] = (int) row * cols + (int) column;
            if (seen.get(positions[i])) {
                throw new InputException(entries.name() + "[" + i + "]: row " + (int) row + " and column "
                        + (int) column + " were there before; each entry is allowed once");
            }
            seen.set(positions[i]);
        }
        return positions;
    }

    /**
     * Writes a problem as {@link #read} reads it; observed entries as such.
     *
     * @throws CancellationException if it was told to stop
     */
    public static void write(Problem problem, OutputStream out, BooleanSupplier stop) throws IOException {
        try (NpzWriter npz = new NpzWriter(out)) {
            npz.put(ROWS, new long[] {problem.rows()}).put(COLS, new long[] {problem.cols()});
            write(TRAIN, problem.train(), problem, npz, stop);
            write(TEST, problem.test(), problem, npz, stop);
            if (problem.groundTruth().isPresent()) {
                npz.put(GROUND_TRUTH, problem.groundTruth().get(), problem.rows(), problem.cols());
            }
        }
    }

    private static void write(
            String part, Measurements measurements, Problem problem, NpzWriter npz, BooleanSupplier stop)
            throws IOException {
        int count = measurements.count();
        int cols = problem.cols();
        stopIfTold(stop);
        if (measurements.positions().isPresent()) {
            int[] positions = measurements.positions().get();
            long[] entries = new long[2 * count];
            for (int i = 0; i < count; i++) {
                entries[2 * i] = positions[i] / cols;
                entries[2 * i + 1] = positions[i] % cols;
            }
            npz.put(part + ENTRIES, entries, count, 2);
        } else {
            npz.putRows(
                    part + MEASUREMENTS,
                    i -> {
                        stopIfTold(stop);
                        return measurements.matrix(i);
                    },
                    count,
                    problem.rows(),
                    cols);
        }
        npz.put(part + TARGETS, measurements.targets(), count);
    }

    private static void stopIfTold(BooleanSupplier stop) {
        if (stop.getAsBoolean()) {
            throw new CancellationException("cancelled");
        }
    }
}
