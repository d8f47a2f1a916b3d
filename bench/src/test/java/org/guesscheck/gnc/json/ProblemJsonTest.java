package org.guesscheck.gnc.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.gnc.text.InputException;
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
        Problem read = ProblemJson.read(file(ProblemText.of(problem)));
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
    void sizesBeyondAnArrayAndTruthsBeyondSinglePrecisionAreRefusedByField() throws IOException {
        Path sizes = file("{\"rows\":65536,\"cols\":65537,\"train\":{\"entries\":[[0,0,1]]}}");
        assertEquals(
                sizes + ": rows: 65536; rows * cols of at most 2147483639 is allowed, not 4295032832",
                assertThrows(InputException.class, () -> ProblemJson.read(sizes))
                        .getMessage());
        Path truth = file("{\"rows\":1,\"cols\":2,\"groundTruth\":[[3,1e20]],"
                + "\"train\":{\"measurements\":[[1,0]],\"targets\":[3]}}");
        String message = assertThrows(InputException.class, () -> ProblemJson.read(truth))
                .getMessage();
        assertTrue(message.startsWith(truth + ": groundTruth[1]: 1.0E20"), message);
    }

    @Test
    void writingHearsTheStop() {
        Problem problem = Problem.sensing(3, 4, 2, 7, 5);
        assertThrows(CancellationException.class, () -> ProblemJson.write(problem, new StringWriter(), () -> true));
    }

    @Test
    void numbersOfEveryUsualScaleAreTaken() throws IOException {
        for (String scale : List.of("1e-300", "1e-7", "1e7", "1e18")) {
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
                "[[1,1e30]]|[1]|train.measurements[0][1]: 1.0E30; -1e18 to 1e18 is allowed, since squared errors are"
                        + " computed in single precision",
                "[[1,0]]|[1e39]|train.targets[0]: 1.0E39; -1e18 to 1e18 is allowed, since squared errors are computed"
                        + " in single precision",
                "[[1,NaN]]|[1]|train.measurements[0][1]: NaN is not a finite number",
                "[[1,0]]|[1,2]|train.targets: 2 numbers; the measurements' count = 1 are needed",
                "[[1,0]]|[1]|groundTruth: missing; it is needed where test is absent"
            })
    void errorsNameFileAndField(String measurements, String targets, String sentence) throws IOException {
        Path file = file("{\"rows\":1,\"cols\":2,\"train\":{\"measurements\":" + measurements + ",\"targets\":"
                + targets + "}}");
        InputException e = assertThrows(InputException.class, () -> ProblemJson.read(file));
        assertEquals(file + ": " + sentence, e.getMessage());
    }
}
