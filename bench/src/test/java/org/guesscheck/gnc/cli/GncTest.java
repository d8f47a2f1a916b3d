package org.guesscheck.gnc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.terminal.Interruption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command in this process: exit codes, and the files of a small sweep. */
class GncTest {
    @TempDir
    Path directory;

    private static int run(String line) {
        return Gnc.execute(new Interruption(), line.split(" "));
    }

    private static final String SMALL = " --trials 2 --draws 2000 --epochs 50 --seed 3 --out ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "sweep --help",
                "doctor",
                "bench --help",
                "presets",
                "report --help",
                "problem --rank 2",
                "estimate --eps 0.02,0.5 --draws 1e3 --json",
                "estimate --eps 0.02,0.5 --draws 2e3 --sampler conditional --rel-error 0.2",
                "estimate --eps 0.5 --draws 1e5 --sampler auto --json",
                "descend --epochs 10 --json",
                "replay --draw 7 --reduce --width 8 --activation tanh",
                "replay --draw 7"
            })
    void doneIsZero(String line) {
        assertEquals(0, run(line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "estimate",
                "bench --compare absent.json",
                "bench --compare pom.xml",
                "bench --quick --json target",
                "estimate --eps 0.02 --draws 1.5",
                "estimate --eps 0.02 --draws 10 --sampler guess",
                "estimate --eps 0.02 --sampler conditional --prior uniform",
                "estimate --eps 0.02 --sampler auto --rel-error 2",
                "sweep figure-7 --sampler conditional",
                "sweep beyond-rank --trials 3",
                "sweep beyond-rank --reduce",
                "sweep quick --reduce",
                "sweep quick --reduce --sampler rejection --widths 3,5",
                "sweep quick --reduce --sampler rejection --prior uniform",
                "estimate --eps 0.02 --draws 10 --reduce --depth 1",
                "replay --draw 7 --reduce --prior uniform",
                "bench --only nothing",
                "check generator --emit all",
                "check normals --backend gpu",
                "estimate --eps 0.02 --draws 10 --activation relu",
                "estimate --eps 0.02 --draws 10 --problem absent.json",
                "estimate --eps 0.02 --draws 10 --rank 9",
                "estimate --eps 0.02 --draws 10 --width 2147483647 --depth 2147483647",
                "descend --width 2147483647 --depth 2147483647",
                "descend --epochs 20 --cols 46341",
                "replay --draw 7 --width 20000 --depth 3",
                "problem --rows 65536 --cols 65537",
                "problem --rows 65536 --cols 65537 --completion",
                "problem --rows 5000 --cols 5000 --measurements 100",
                "sweep figure-12",
                "report",
                "report absent",
                "report src",
                "report absent src --out target/none.html",
                "sweep quick --depths 2,3",
                "sweep quick --sampler splitting --draws 100",
                "sweep figure-2-linear --depths 12",
                "nonsense"
            })
    void wrongInputIsTwo(String line) {
        assertEquals(2, run(line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "problem --rows 100 --cols 100 --measurements 5000",
                "estimate --eps 0.5 --draws 1e9 --rows 60 --cols 60 --measurements 3000",
                "descend --rows 100 --cols 100 --measurements 5000",
                "descend --rows 3000 --cols 3000 --measurements 5000 --completion --epochs 1e6",
                "replay --draw 8000 --rows 100 --cols 100 --measurements 5000"
            })
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void preparationHearsTheInterruption(String line) throws InterruptedException {
        assertEquals(130, interrupted(line, 700));
        assertFalse(Thread.currentThread().isInterrupted());
    }

    /** The exit code of a command that is interrupted after a time. */
    private static int interrupted(String line, long milliseconds) throws InterruptedException {
        Interruption interruption = new Interruption();
        Thread user = Thread.ofVirtual().start(() -> {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(milliseconds));
            interruption.request();
        });
        int code = Gnc.execute(interruption, line.split(" "));
        user.join();
        return code;
    }

    /** The finished part is printed, as one JSON object with the draws or epochs that were really made. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "estimate --eps 0.1 --draws 1e13 --backend scalar --json",
                "estimate --eps 0.1 --draws 1e13 --rel-error 1e-9 --sampler splitting --backend scalar --json",
                "estimate --eps 0.1 --draws 1e13 --sampler conditional --backend scalar --json",
                "descend --epochs 2e9 --json"
            })
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void interruptedWorkPrintsWhatItHas(String line) throws InterruptedException {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            // On a busy machine the first try may end before anything is finished.
            for (long wait = 3000; printed.size() == 0; wait *= 2) {
                assertEquals(130, interrupted(line, wait));
            }
        } finally {
            System.setOut(before);
        }
        JsonNode result = Json.parse(printed.toString(StandardCharsets.UTF_8), line);
        double done =
                result.path(line.startsWith("descend") ? "epochs" : "draws").asDouble();
        assertTrue(done > 0 && done < 1e12, result.toString());
        assertTrue(result.path("digest").asText().startsWith("sha256:"), result.toString());
    }

    @Test
    void theLossCurveIsWritten() throws IOException {
        Path file = directory.resolve("loss.csv");
        assertEquals(0, run("descend --epochs 250 --width 1e1 --history " + file));
        List<String> epochs = Files.readAllLines(file).stream()
                .map(line -> line.split(",")[0])
                .toList();
        assertEquals(List.of("epoch", "0", "100", "200", "250"), epochs);
    }

    @Test
    void anUnwritableDirectoryIsFoundFirst() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        assertEquals(2, run("sweep paper --out " + file.resolve("below")));
    }

    @Test
    void aSweepLeavesItsFiles() throws IOException {
        assertEquals(0, run("sweep quick --widths 5,10" + SMALL + directory));
        List<String> results = Files.readAllLines(directory.resolve("results.csv"));
        assertEquals(
                "width,gnc_gen_seed=0,prior_gen_seed=0,gd_gen_seed=0,gnc_gen_seed=1,prior_gen_seed=1,gd_gen_seed=1",
                results.getFirst());
        assertEquals(3, results.size());
        assertEquals(
                1 + 2 * 2 * 7,
                Files.readAllLines(directory.resolve("estimates.csv")).size());
        for (String figure : List.of("figure.png", "figure.svg", "figure.pdf")) {
            assertTrue(Files.size(directory.resolve(figure)) > 1000, figure);
        }
        assertEquals(0, run("sweep " + directory.resolve("run.json") + " --out " + directory.resolve("again")));
        assertEquals(results, Files.readAllLines(directory.resolve("again").resolve("results.csv")));
    }

    @Test
    void reducedCellsAreNamedAndTheOthersAreAsEver() throws IOException {
        String sweep = "sweep quick --sampler rejection --widths 5,40" + SMALL;
        assertEquals(0, run(sweep + directory.resolve("plain")));
        assertEquals(0, run(sweep + directory.resolve("reduced") + " --reduce"));
        assertEquals(
                List.of("rejection", "rejection-reduced", "rejection", "rejection-reduced"),
                samplers(guesses("reduced")));
        assertEquals(List.of("rejection", "rejection", "rejection", "rejection"), samplers(guesses("plain")));
        // Without its seconds, a row that is not reduced is the same; another draw of the same law is another number.
        assertEquals(column(prior("plain").get(0), 5), column(prior("reduced").get(0), 5));
        assertNotEquals(
                column(prior("plain").get(1), 5), column(prior("reduced").get(1), 5));
        Path record = directory.resolve("reduced").resolve("run.json");
        assertEquals(0, run("sweep " + record + " --out " + directory.resolve("again")));
        assertEquals(
                Files.readAllLines(directory.resolve("reduced").resolve("results.csv")),
                Files.readAllLines(directory.resolve("again").resolve("results.csv")));
    }

    private List<String> guesses(String run) throws IOException {
        return rows(run, ",guess_and_check,");
    }

    private List<String> prior(String run) throws IOException {
        return rows(run, ",prior,");
    }

    private List<String> rows(String run, String method) throws IOException {
        return Files.readAllLines(directory.resolve(run).resolve("estimates.csv")).stream()
                .filter(row -> row.contains(method))
                .toList();
    }

    private static String column(String row, int index) {
        return row.split(",", -1)[index];
    }

    private static List<String> samplers(List<String> rows) {
        return rows.stream().map(row -> column(row, 15)).toList();
    }

    @Test
    void depthSweepsHaveNoPriorAndNothingAcceptedIsEmpty() throws IOException {
        assertEquals(0, run("sweep figure-2-linear --depths 2,9 --eps 1e-12 --sampler rejection" + SMALL + directory));
        List<String> results = Files.readAllLines(directory.resolve("results.csv"));
        assertEquals("depth,gnc_gen_seed=0,gd_gen_seed=0,gnc_gen_seed=1,gd_gen_seed=1", results.getFirst());
        assertTrue(results.get(1).startsWith("2,,"), results.get(1));
    }

    @Test
    void anInterruptedSweepSavesWhatIsDone() throws IOException {
        Interruption interruption = new Interruption();
        interruption.request();
        int code = Gnc.execute(interruption, ("sweep quick --draws 1e6 --out " + directory).split(" "));
        assertEquals(130, code);
        assertEquals(
                List.of("5,,,,,,,,,"),
                Files.readAllLines(directory.resolve("results.csv")).subList(1, 2));
        assertTrue(Files.readString(directory.resolve("run.json")).contains("\"interrupted\" : true"));
    }
}
