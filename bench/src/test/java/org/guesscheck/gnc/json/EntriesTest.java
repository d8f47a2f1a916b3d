package org.guesscheck.gnc.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.gnc.text.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Problem files with observed entries instead of measurement matrices. */
class EntriesTest {
    @TempDir
    Path directory;

    private Path file(String train, String more) throws IOException {
        return Files.writeString(
                directory.resolve("p.json"), "{\"rows\":2,\"cols\":3,\"train\":{" + train + "}" + more + "}");
    }

    @Test
    void allOtherEntriesAreTheTest() throws IOException {
        Problem problem =
                ProblemJson.read(file("\"entries\":[[1,2,0.5],[0,1,7]]", ",\"groundTruth\":[[1,2,3],[4,5,6]]"));
        assertArrayEquals(new int[] {5, 1}, problem.train().positions().orElseThrow());
        assertArrayEquals(new double[] {0.5, 7}, problem.train().targets());
        assertArrayEquals(new int[] {0, 2, 3, 4}, problem.test().positions().orElseThrow());
        assertArrayEquals(new double[] {1, 3, 4, 5}, problem.test().targets());
        assertEquals((0.25 + 49) / 2, problem.trainLoss(new double[6]), 1e-12);
    }

    @Test
    void testEntriesMayBeGiven() throws IOException {
        Problem problem = ProblemJson.read(file("\"entries\":[[0,0,1]]", ",\"test\":{\"entries\":[[1,1,2]]}"));
        assertArrayEquals(new int[] {4}, problem.test().positions().orElseThrow());
    }

    @Test
    void aLargeCompletionProblemComesBackToTheBit() throws IOException {
        Problem problem = Problem.completion(40, 40, 2, 700, 3);
        String text = ProblemText.of(problem);
        assertEquals(true, text.contains("\"entries\""));
        Problem read = ProblemJson.read(Files.writeString(directory.resolve("large.json"), text));
        assertArrayEquals(
                problem.train().positions().orElseThrow(),
                read.train().positions().orElseThrow());
        assertArrayEquals(problem.train().targets(), read.train().targets());
        assertArrayEquals(
                problem.test().positions().orElseThrow(),
                read.test().positions().orElseThrow());
        assertArrayEquals(problem.test().targets(), read.test().targets());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[[2,0,1]]|train.entries[0]: [2,0,1]; a row of 0 to 1, a column of 0 to 2 and a value are allowed",
                "[[0,3,1]]|train.entries[0]: [0,3,1]; a row of 0 to 1, a column of 0 to 2 and a value are allowed",
                "[[0,0,1],[-1,0,1]]|train.entries[1]: [-1,0,1]; a row of 0 to 1, a column of 0 to 2 and a value are"
                        + " allowed",
                "[[0.5,0,1]]|train.entries[0]: [0.5,0,1]; a row of 0 to 1, a column of 0 to 2 and a value are allowed",
                "[[0,0,NaN]]|train.entries[0][2]: NaN is not a finite number",
                "[[0,0,Infinity]]|train.entries[0][2]: Infinity is not a finite number",
                "[[0,0,null]]|train.entries[0][2]: null is not a number",
                "[[0,0]]|train.entries[0]: 2 numbers; row, column and value = 3 are needed",
                "[[0,1,1],[1,1,1],[0,1,2]]|train.entries[2]: row 0 and column 1 were there before; each entry is"
                        + " allowed once",
                "[]|train.entries: a list of at least one item is needed",
                "7|train.entries: a list of at least one item is needed",
                "[[0,0,1],[0,1,1],[0,2,1],[1,0,1],[1,1,1],[1,2,1]]|train.entries: all entries are observed, so no test"
                        + " entry is left"
            })
    void badEntriesAreNamed(String entries, String sentence) throws IOException {
        Path file = file("\"entries\":" + entries, ",\"groundTruth\":[[1,2,3],[4,5,6]]");
        InputException e = assertThrows(InputException.class, () -> ProblemJson.read(file));
        assertEquals(file + ": " + sentence, e.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"targets\":[1]|train.measurements: missing",
                "\"entries\":[[0,0,1]],\"targets\":[1]|train.entries: not allowed together with measurements or"
                        + " targets",
                "\"entries\":[[0,0,1]]|groundTruth: missing; it is needed where test is absent",
                "\"entry\":[[0,0,1]]|train.entry: unknown field; did you mean entries? Allowed are measurements,"
                        + " targets, entries"
            })
    void missingAndUnknownFieldsAreNamed(String train, String sentence) throws IOException {
        Path file = file(train, "");
        InputException e = assertThrows(InputException.class, () -> ProblemJson.read(file));
        assertEquals(file + ": " + sentence, e.getMessage());
    }
}
