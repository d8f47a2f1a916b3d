package org.guesscheck.bench.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.guesscheck.core.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemJsonTest {
    @TempDir
    Path directory;

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("p.json"), text);
    }

    @Test
    void aProblemComesBackToTheBit() throws IOException {
        Problem problem = Problem.sensing(3, 4, 2, 7, 5);
        Problem read = ProblemJson.read(file(Json.print(ProblemJson.write(problem))));
        assertArrayEquals(problem.train().matrices(), read.train().matrices());
        assertArrayEquals(problem.train().targets(), read.train().targets());
        assertArrayEquals(problem.test().matrices(), read.test().matrices());
        assertArrayEquals(problem.test().targets(), read.test().targets());
        assertArrayEquals(
                problem.groundTruth().orElseThrow(), read.groundTruth().orElseThrow());
    }

    @Test
    void theComplementIsComputedWhereTestIsAbsent() throws IOException {
        Problem read = ProblemJson.read(file("{\"rows\":1,\"cols\":2,\"groundTruth\":[[3,4]],"
                + "\"train\":{\"measurements\":[[1,0]],\"targets\":[3]}}"));
        assertEquals(1, read.test().count());
        assertEquals(16, read.generalizationLoss(new double[] {3, 0}), 1e-12);
    }

    @Test
    void theGroundTruthAndEntriesAreInRangeToo() throws IOException {
        String start = "{\"rows\":1,\"cols\":2,\"groundTruth\":[[3,";
        Path truth = file(start + "1e20]],\"train\":{\"entries\":[[0,0,1]]}}");
        assertTrue(assertThrows(InputException.class, () -> ProblemJson.read(truth))
                .getMessage()
                .startsWith(truth + ": groundTruth[0][1]: "));
        Path entry = file(start + "4]],\"train\":{\"entries\":[[0,0,1e20]]}}");
        assertTrue(assertThrows(InputException.class, () -> ProblemJson.read(entry))
                .getMessage()
                .startsWith(entry + ": train.entries[0][2]: "));
    }

    @Test
    void numbersOfEveryUsualScaleAreTaken() throws IOException {
        for (String scale : List.of("1e-300", "1e-7", "1e7", "1e15")) {
            Problem read = ProblemJson.read(file("{\"rows\":1,\"cols\":2,\"groundTruth\":[[" + scale + ",0]],"
                    + "\"train\":{\"measurements\":[[1,0]],\"targets\":[" + scale + "]}}"));
            assertEquals(Double.parseDouble(scale), read.train().targets()[0]);
        }
    }

    @Test
    void longValuesAreQuotedByTheirBeginning() throws IOException {
        String zeros = "0,".repeat(20_000) + "0";
        for (String rows : List.of("[" + zeros + "]", "\"" + zeros + "\"", "{\"" + zeros + "\":1}")) {
            Path file = file("{\"rows\":" + rows + ",\"cols\":1}");
            String message = assertThrows(InputException.class, () -> ProblemJson.read(file))
                    .getMessage();
            assertTrue(message.startsWith(file + ": rows: ") && message.length() < 300, message);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[[1]]|[1]|train.measurements[0]: 1 numbers; rows * cols = 2 are needed",
                "[[1,NaN]]|[1]|train.measurements[0][1]: NaN is not a finite number",
                "[[1,0]]|[1,2]|train.targets: 2 numbers; the measurements' count = 1 are needed",
                "[[1,0]]|[1e39]|train.targets[0]: 1.0E39; numbers from -1e15 to 1e15 are allowed",
                "[[1,0]]|[-1e20]|train.targets[0]: -1.0E20; numbers from -1e15 to 1e15 are allowed",
                "[[1,1e16]]|[1]|train.measurements[0][1]: 1.0E16; numbers from -1e15 to 1e15 are allowed",
                "[[1,0]]|[1]|groundTruth: missing; it is needed where test is absent"
            })
    void errorsNameFileAndField(String measurements, String targets, String sentence) throws IOException {
        Path file = file("{\"rows\":1,\"cols\":2,\"train\":{\"measurements\":" + measurements + ",\"targets\":"
                + targets + "}}");
        InputException e = assertThrows(InputException.class, () -> ProblemJson.read(file));
        assertEquals(file + ": " + sentence, e.getMessage());
    }
}
