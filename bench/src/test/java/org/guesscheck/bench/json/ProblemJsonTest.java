package org.guesscheck.bench.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[[1]]|[1]|train.measurements[0]: 1 numbers; rows * cols = 2 are needed",
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
