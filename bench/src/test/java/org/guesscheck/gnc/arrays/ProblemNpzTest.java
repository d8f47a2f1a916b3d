package org.guesscheck.gnc.arrays;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.guesscheck.core.problem.Measurements;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.problem.ProblemBytes;
import org.guesscheck.gnc.npy.NpzWriter;
import org.guesscheck.gnc.text.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Problems as arrays. */
class ProblemNpzTest {
    @TempDir
    private Path directory;

    private interface Arrays {
        NpzWriter put(NpzWriter npz) throws IOException;
    }

    private Path file(Arrays arrays) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (NpzWriter npz = new NpzWriter(out)) {
            arrays.put(npz);
        }
        return Files.write(directory.resolve("p.npz"), out.toByteArray());
    }

    private void refused(String sentence, Arrays arrays) throws IOException {
        Path file = file(arrays);
        assertEquals(
                file + ": " + sentence,
                assertThrows(InputException.class, () -> ProblemFile.read(file)).getMessage());
    }

    /** A problem of 1 x 2 with one measurement, as far as it is not given otherwise. */
    private static NpzWriter train(NpzWriter npz) throws IOException {
        return npz.put("train_measurements", new double[] {1, 0}, 1, 1, 2).put("train_targets", new double[] {3}, 1);
    }

    private static NpzWriter truth(NpzWriter npz) throws IOException {
        return npz.put("ground_truth", new double[] {3, 4}, 1, 2);
    }

    @Test
    void problemsComeBackToTheBit() throws IOException {
        for (Problem problem : new Problem[] {
            Problem.sensing(3, 4, 2, 7, 5),
            Problem.completion(5, 3, 1, 6, 2),
            Problem.completion(40, 40, 2, 700, 3),
            Problem.of(
                    1,
                    2,
                    Measurements.of(new double[][] {{1, 2}}, new double[] {3}),
                    Measurements.entries(2, new int[] {1}, new double[] {4}))
        }) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ProblemNpz.write(problem, out, () -> false);
            Path file = Files.write(directory.resolve("whole.npz"), out.toByteArray());
            Problem read = ProblemFile.read(file);
            assertEquals(ProblemBytes.fingerprint(problem), ProblemBytes.fingerprint(read));
            assertEquals(
                    problem.train().positions().isPresent(),
                    read.train().positions().isPresent());
        }
    }

    @Test
    void theTestFollowsFromTheGroundTruth() throws IOException {
        Problem sensed = ProblemFile.read(file(npz -> truth(train(npz))));
        assertEquals(16, sensed.generalizationLoss(new double[] {3, 0}), 1e-12);
        Problem observed = ProblemFile.read(file(npz -> npz.put("train_entries", new long[] {1, 2, 0, 1}, 2, 2)
                .put("train_targets", new double[] {0.5, 7}, 2)
                .put("ground_truth", new double[] {1, 2, 3, 4, 5, 6}, 2, 3)));
        assertArrayEquals(new int[] {5, 1}, observed.train().positions().orElseThrow());
        assertArrayEquals(new int[] {0, 2, 3, 4}, observed.test().positions().orElseThrow());
        assertArrayEquals(new double[] {1, 3, 4, 5}, observed.test().targets());
    }

    @Test
    void faultsNameFileAndArray() throws IOException {
        refused("rows: missing", npz -> npz.put("train_targets", new double[] {3}, 1));
        refused(
                "ground_truth: missing; it is needed where test_measurements and test_entries are absent",
                npz -> train(npz));
        refused("train_measurements: missing; it or train_entries is needed", npz -> truth(npz));
        refused("train_targets: missing", npz -> truth(npz).put("train_measurements", new double[2], 1, 1, 2));
        refused(
                "train_targets: shape (2,); a target for each of the n = (1,) is needed",
                npz -> truth(npz)
                        .put("train_measurements", new double[2], 1, 1, 2)
                        .put("train_targets", new double[2], 2));
        refused(
                "train_measurements: shape (1, 2); n x rows x cols = (n, 1, 2) is needed",
                npz -> truth(npz)
                        .put("train_measurements", new double[2], 1, 2)
                        .put("train_targets", new double[1], 1));
        refused(
                "train_measurements: shape (0, 1, 2); n x rows x cols = (n, 1, 2) is needed",
                npz -> truth(npz)
                        .put("train_measurements", new double[0], 0, 1, 2)
                        .put("train_targets", new double[0], 0));
        refused(
                "ground_truth: shape (2,); rows x cols = (n, n) is needed",
                npz -> train(npz).put("ground_truth", new double[2], 2));
        refused(
                "train_measurements[0, 0, 1]: NaN is not a finite number",
                npz -> truth(npz)
                        .put("train_measurements", new double[] {1, Double.NaN}, 1, 1, 2)
                        .put("train_targets", new double[1], 1));
        refused(
                "ground_truth[0, 0]: Infinity is not a finite number",
                npz -> train(npz).put("ground_truth", new double[] {Double.POSITIVE_INFINITY, 0}, 1, 2));
        refused(
                "train_targets[0]: 1.0E19; -1e18 to 1e18 is allowed, since squared errors are computed in single"
                        + " precision",
                npz -> truth(npz)
                        .put("train_measurements", new double[2], 1, 1, 2)
                        .put("train_targets", new double[] {1e19}, 1));
        refused(
                "ground_truth[1]: 1.0E19; -1e18 to 1e18 is allowed, since squared errors are computed in single"
                        + " precision",
                npz -> train(npz).put("ground_truth", new double[] {0, 1e19}, 1, 2));
        refused("cols: 3 where the arrays have 2", npz -> truth(train(npz)).put("cols", new long[] {3}));
        refused(
                "rows: 0.5; a whole number of 1 to 2147483639 is allowed",
                npz -> truth(train(npz)).put("rows", new double[] {0.5}));
        refused(
                "rows: shape (1,); one number = () is needed",
                npz -> truth(train(npz)).put("rows", new long[] {1}, 1));
        refused(
                "train_entries: not allowed together with train_measurements",
                npz -> truth(train(npz)).put("train_entries", new long[2], 1, 2));
        refused("test_targets: missing", npz -> truth(train(npz)).put("test_measurements", new double[2], 1, 1, 2));
        refused(
                "train_measurements: they span all 2 dimensions, so no test direction is left; give fewer measurements"
                        + " or explicit test measurements",
                npz -> truth(npz)
                        .put("train_measurements", new double[] {1, 0, 0, 1}, 2, 1, 2)
                        .put("train_targets", new double[2], 2));
    }

    @Test
    void faultsOfEntriesNameTheirPlace() throws IOException {
        refused(
                "train_entries[1]: row 0.0 and column 2.0; whole numbers are needed, a row of 0 to 0 and a column of 0"
                        + " to 1",
                npz -> truth(npz)
                        .put("train_entries", new long[] {0, 1, 0, 2}, 2, 2)
                        .put("train_targets", new double[2], 2));
        refused(
                "train_entries[1]: row 0 and column 1 were there before; each entry is allowed once",
                npz -> truth(npz)
                        .put("train_entries", new long[] {0, 1, 0, 1}, 2, 2)
                        .put("train_targets", new double[2], 2));
        refused(
                "train_entries: all entries are observed, so no test entry is left",
                npz -> truth(npz)
                        .put("train_entries", new long[] {0, 1, 0, 0}, 2, 2)
                        .put("train_targets", new double[2], 2));
        refused(
                "train_entries: shape (3,); n x (row, column) = (n, 2) is needed",
                npz -> truth(npz).put("train_entries", new long[3], 3).put("train_targets", new double[3], 3));
        refused(
                "rows: 70000; rows * cols of at most 2147483639 is allowed, not 4900000000",
                npz -> npz.put("rows", new long[] {70_000})
                        .put("cols", new long[] {70_000})
                        .put("train_entries", new long[] {0, 1}, 1, 2)
                        .put("train_targets", new double[1], 1));
    }

    @Test
    void aLoneArrayIsNoProblem() throws IOException {
        Path file = Files.write(directory.resolve("x.npy"), "\u0093NUMPY".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(
                file + ": one array; a problem is several, in a file of numpy.savez",
                assertThrows(InputException.class, () -> ProblemFile.read(file)).getMessage());
    }

    @Test
    void writingHearsTheStop() {
        assertThrows(
                CancellationException.class,
                () -> ProblemNpz.write(Problem.sensing(3, 4, 2, 7, 5), new ByteArrayOutputStream(), () -> true));
    }

    /** The digest that sweeps began with before there were arrays: that of the text, whatever mark it begins with. */
    @Test
    void theDigestOfATextIsThatOfItsCharacters() throws IOException {
        Path plain = Files.writeString(directory.resolve("plain.json"), "{}");
        Path marked = Files.writeString(directory.resolve("marked.json"), "\uFEFF{}");
        assertEquals(
                "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
                ProblemFile.of(plain).sha256());
        assertEquals(ProblemFile.of(plain).sha256(), ProblemFile.of(marked).sha256());
        Path arrays = file(npz -> truth(train(npz)));
        assertTrue(!ProblemFile.of(arrays).sha256().equals(ProblemFile.of(plain).sha256()));
    }
}
