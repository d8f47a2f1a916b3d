package org.guesscheck.core.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.RejectionSampler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The programs of the module's documentation. */
class ExamplesTest {
    private interface Main {
        void run(String[] arguments) throws Exception;
    }

    private static List<String> printed(Main program) throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            program.run(new String[0]);
        } finally {
            System.setOut(before);
        }
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void aJobTellsItsProgressAndLeavesWhatItFound() throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            JobExample job = new JobExample(
                    RejectionSampler.of(Problem.sensing(5, 5, 1, 15, 1), Network.linear(5, 2))
                            .eps(0.1)
                            .draws(1L << 50)
                            .threads(2),
                    pool);
            while (job.share() == 0) {
                Thread.sleep(1);
            }
            job.cancel();
            Posterior partial = job.result().get();
            assertTrue(partial.origin().draws() > 0 && partial.origin().draws() < 1L << 50);
            assertTrue(partial.thresholds().getFirst().accepted() > 0);
        }
    }

    @Test
    void aProblemOfOnesOwnIsAnswered() throws Exception {
        List<String> lines = printed(OwnProblemExample::main);
        assertEquals("reasons for doubt []", lines.getLast());
        double probability = Double.parseDouble(lines.getFirst().replaceAll(".* ", ""));
        assertTrue(probability > 0 && probability < 1e-3, lines.getFirst());
    }

    @Test
    void guessAndCheckIsBesideGradientDescent() throws Exception {
        List<String> lines = printed(BesideDescentExample::main);
        assertEquals(
                List.of("PRIOR", "GUESS_AND_CHECK", "DESCENT_AT_EPS", "DESCENT_AT_END"),
                lines.stream()
                        .filter(line -> line.contains(": generalization loss "))
                        .map(line -> line.substring(0, line.indexOf(':')))
                        .toList());
        assertEquals(
                3, lines.stream().filter(line -> line.startsWith("Distances[")).count());
    }

    @ParameterizedTest
    @ValueSource(classes = {JobExample.class, OwnProblemExample.class, BesideDescentExample.class})
    void anExampleFitsAPage(Class<?> type) throws IOException {
        List<String> lines =
                Files.readAllLines(Path.of("src", "test", "java", type.getName().replace('.', '/') + ".java"));
        assertTrue(lines.indexOf("// @end") - lines.indexOf("// @start region=\"program\"") <= 40, type.getName());
    }
}
