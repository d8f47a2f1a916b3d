package org.guesscheck.gnc.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.guesscheck.gnc.config.ConfigJson;
import org.guesscheck.gnc.config.Presets;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.terminal.Interruption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sweeps that were stopped and go on: their files are those of a sweep that was not. */
class ResumeTest {
    private static final String SWEEP =
            "sweep quick --widths 5,10 --trials 2 --draws 6e4 --epochs 60 --seed 3 --sampler splitting --backend"
                    + " scalar --threads 2 --out ";

    /** Of estimates.csv; wall-clock time is what may differ. */
    private static final int SECONDS = 14;

    @TempDir
    private static Path whole;

    private static List<String> journal;

    @TempDir
    private Path directory;

    @BeforeAll
    static void aSweepWithoutInterruption() throws IOException {
        assertEquals(0, run(SWEEP + whole));
        journal = Files.readAllLines(whole.resolve("journal.jsonl"));
        assertEquals(1 + 2 * 2 * 2, journal.size());
    }

    private static int run(String line) {
        return Gnc.execute(new Interruption(), line.split(" "));
    }

    /** What a command that must be refused says. */
    private static String refused(String line) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            assertEquals(2, run(line));
        } finally {
            System.setErr(before);
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    private Path journalOf(int lines, String torn) throws IOException {
        String text = String.join("\n", journal.subList(0, lines)) + "\n" + torn;
        return Files.writeString(directory.resolve("journal.jsonl"), text);
    }

    private static void assertSameFiles(Path there) throws IOException {
        assertSameFiles(whole, there);
    }

    private static void assertSameFiles(Path one, Path other) throws IOException {
        for (String name : List.of("results.csv", "figure.svg", "figure.png", "figure.pdf")) {
            assertArrayEquals(Files.readAllBytes(one.resolve(name)), Files.readAllBytes(other.resolve(name)), name);
        }
        assertEquals(estimates(one), estimates(other));
    }

    private static List<String> estimates(Path there) throws IOException {
        List<String> rows = new ArrayList<>();
        for (String row : Files.readAllLines(there.resolve("estimates.csv"))) {
            String[] cells = row.split(",", -1);
            cells[SECONDS] = "";
            rows.add(String.join(",", cells));
        }
        return rows;
    }

    @ParameterizedTest
    @CsvSource({"1, 20", "4, 0", "8, 300"})
    void aSweepThatWasKilledGoesOn(int lines, int torn) throws IOException {
        journalOf(lines, journal.get(lines).substring(0, torn));
        assertEquals(0, run(SWEEP + directory + " --resume"));
        assertSameFiles(directory);
        List<String> now = Files.readAllLines(directory.resolve("journal.jsonl"));
        assertEquals(journal.subList(0, lines), now.subList(0, lines), "what was there stays as it was");
        assertEquals(journal.size() + 1, now.size(), "a line that it went on, and the rest");
        assertTrue(now.get(lines).startsWith("{\"resumed\":\""), now.get(lines));
    }

    @Test
    void whatIsFinishedIsNotComputedAgain() throws IOException {
        Files.copy(whole.resolve("journal.jsonl"), directory.resolve("journal.jsonl"));
        Interruption nothingMayRun = new Interruption();
        nothingMayRun.request();
        assertEquals(0, Gnc.execute(nothingMayRun, (SWEEP + directory + " --resume").split(" ")));
        assertSameFiles(directory);
        assertEquals(
                Files.readString(whole.resolve("estimates.csv")), Files.readString(directory.resolve("estimates.csv")));
    }

    @Test
    void anInterruptedSweepKeepsWhatItHasAndGoesOn() throws IOException {
        journalOf(4, "");
        Interruption atOnce = new Interruption();
        atOnce.request();
        assertEquals(130, Gnc.execute(atOnce, (SWEEP + directory + " --resume").split(" ")));
        assertEquals(
                journal.subList(0, 4),
                Files.readAllLines(directory.resolve("journal.jsonl")).subList(0, 4));
        assertEquals(0, run(SWEEP + directory + " --resume"));
        assertSameFiles(directory);
        assertTrue(Files.readString(directory.resolve("run.json")).contains("\"interrupted\" : false"));
    }

    /** Three times at random moments; the files are those of a sweep that was not killed, but for times. */
    @Test
    void aSweepThatIsKilledAgainAndAgainLosesNothingThatItFinished() throws IOException, InterruptedException {
        Path file = directory.resolve("journal.jsonl");
        // Slower than three processes that must not finish it.
        String slow = SWEEP.replace("--epochs 60", "--epochs 15000").replace("5,10", "5,6,8");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Djava.awt.headless=true",
                Gnc.class.getName()));
        command.addAll(Arrays.asList((slow + directory + " --resume").split(" ")));
        Random random = new Random(1);
        List<String> before = List.of();
        for (int kill = 0; kill < 3; kill++) {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("log").toFile())
                    .start();
            long start = System.nanoTime();
            while (lines(file) < before.size() + 2
                    && process.isAlive()
                    && System.nanoTime() - start < TimeUnit.SECONDS.toNanos(60)) {
                Thread.sleep(5);
            }
            Thread.sleep(random.nextInt(60));
            process.destroyForcibly().waitFor();
            List<String> now = Files.readAllLines(file);
            int kept = Math.max(0, before.size() - 1);
            assertEquals(before.subList(0, kept), now.subList(0, kept));
            assertTrue(now.size() > before.size(), now.size() + " lines");
            before = now;
        }
        assertTrue(units(before) < 2 * 6, "of 12 units some are left: " + units(before));
        assertEquals(0, run(slow + directory + " --resume"));
        Path uninterrupted = directory.resolve("uninterrupted");
        assertEquals(0, run(slow + uninterrupted));
        assertSameFiles(uninterrupted, directory);
        assertEquals(timeless(uninterrupted), timeless(directory));
        assertFalse(Files.exists(directory.resolve("slices")));
    }

    private static long units(List<String> lines) {
        return lines.stream().filter(line -> line.startsWith("{\"unit\"")).count();
    }

    /** A run.json without its fields of time. */
    private static String timeless(Path there) {
        ObjectNode record = Json.read(there.resolve("run.json"));
        record.remove(List.of("threadSeconds", "start", "resumptions", "end"));
        return Json.print(record);
    }

    private static long lines(Path file) throws IOException {
        return Files.exists(file)
                ? Files.readString(file).chars().filter(c -> c == '\n').count()
                : 0;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--draws 6e4|--draws 7e4|config.draws is 60000 there and 70000 here",
                "--seed 3|--seed 4|config.seed is 3 there and 4 here",
                "--widths 5,10|--widths 5,20|config.values is [5,10] there and [5,20] here",
                "sweep quick|sweep quick --eps 0.03|config.eps is 0.02 there and 0.03 here"
            })
    void anotherSweepIsRefused(String change) throws IOException {
        String[] parts = change.split("\\|");
        journalOf(4, "");
        String said = refused(SWEEP.replace(parts[0], parts[1]) + directory + " --resume");
        assertTrue(said.contains(parts[2]), said);
        assertEquals(1, said.lines().count());
        assertEquals(journal.subList(0, 4), Files.readAllLines(directory.resolve("journal.jsonl")));
    }

    @Test
    void anotherProgramIsRefused() throws IOException {
        Path file = journalOf(4, "");
        // As of a version without checksums.
        Files.writeString(
                file,
                Files.readString(file)
                        .replaceFirst("sha256:....", "sha256:0000")
                        .replace(",\"checksums\":\"crc32c\"", "")
                        .replaceAll(",\"crc32c\":\"[0-9a-f]{8}\"", ""));
        String said = refused(SWEEP + directory + " --resume");
        assertTrue(said.contains("arithmetic is \"sha256:0000"), said);
    }

    @Test
    void unfinishedWorkIsNotStartedOverByMistake() throws IOException {
        journalOf(3, "");
        String said = refused(SWEEP + directory);
        assertTrue(said.contains("holds 2 finished units") && said.contains("--resume"), said);
    }

    @Test
    void anotherFinishedSweepIsOverwrittenOnlyIfAsked() throws IOException {
        Files.copy(whole.resolve("journal.jsonl"), directory.resolve("journal.jsonl"));
        String other = SWEEP.replace("--trials 2", "--trials 1") + directory;
        assertEquals(
                "gnc: " + directory.resolve("journal.jsonl") + ": is of another sweep, which is finished"
                        + " (config.trials is 2 there and 1 here); another --out keeps it, and --overwrite replaces it",
                refused(other).strip());
        assertEquals(journal, Files.readAllLines(directory.resolve("journal.jsonl")));
        assertTrue(refused(other + " --overwrite --resume").contains("--resume: not allowed beside --overwrite"));
        assertEquals(0, run(other + " --overwrite"));
        assertEquals(
                1 + 2 * 2,
                Files.readAllLines(directory.resolve("journal.jsonl")).size());
    }

    @Test
    void thisVerySweepIsComputedAgain() throws IOException {
        Files.copy(whole.resolve("journal.jsonl"), directory.resolve("journal.jsonl"));
        Left again = Left.by(SWEEP + directory);
        assertEquals(0, again.code(), again.err());
        assertTrue(again.err().contains("note: " + directory + " holds this very sweep, finished"), again.err());
        assertSameFiles(directory);
    }

    @Test
    void unfinishedWorkIsDroppedIfAsked() throws IOException {
        journalOf(3, "");
        assertEquals(0, run(SWEEP + directory + " --overwrite"));
        assertSameFiles(directory);
    }

    @Test
    void nothingThereIsAStart() throws IOException {
        assertEquals(0, run(SWEEP + directory + " --resume"));
        assertSameFiles(directory);
        assertFalse(Files.readString(directory.resolve("journal.jsonl")).contains("resumed"));
    }

    @Test
    void aBrokenLineAmongOthersIsNamed() throws IOException {
        List<String> broken = new ArrayList<>(journal);
        broken.set(2, broken.get(2).substring(5));
        Files.write(directory.resolve("journal.jsonl"), broken);
        String said = refused(SWEEP + directory + " --resume");
        assertTrue(said.contains("journal.jsonl: line 3: damaged"), said);
        assertEquals(1, said.lines().count());
    }

    @Test
    void panelsGoOnTogether() throws IOException {
        String panels =
                "sweep figure-1 --widths 5 --trials 1 --draws 2000 --epochs 20 --sampler rejection --backend scalar"
                        + " --out ";
        Path first = directory.resolve("first");
        Path second = directory.resolve("second");
        assertEquals(0, run(panels + first));
        for (String panel : List.of("figure-1-linear", "figure-1-tanh")) {
            Files.createDirectories(second.resolve(panel));
            Files.copy(
                    first.resolve(panel).resolve("journal.jsonl"),
                    second.resolve(panel).resolve("journal.jsonl"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        assertTrue(refused(panels + second).contains("holds 2 finished units"));
        assertEquals(0, run(panels + second + " --resume"));
        for (String panel : List.of("figure-1-linear", "figure-1-tanh", "figure-1-leaky-relu")) {
            for (String name : List.of("results.csv", "figure.png")) {
                assertArrayEquals(
                        Files.readAllBytes(first.resolve(panel).resolve(name)),
                        Files.readAllBytes(second.resolve(panel).resolve(name)));
            }
        }
    }

    @Test
    void everySeedOf64BitsIsTakenHereAsInEstimate() {
        for (String seed : List.of("9223372036854775807", "-9223372036854775808")) {
            assertEquals(0, run(SWEEP.replace("--seed 3", "--seed " + seed) + directory.resolve(seed)));
        }
    }

    @Test
    void aDirectoryInThePlaceOfAFileIsRefusedBeforeWork() throws IOException {
        Files.createDirectory(directory.resolve("figure.pdf"));
        String said = refused(SWEEP + directory);
        assertTrue(said.contains("figure.pdf: this is a directory"), said);
        assertFalse(Files.exists(directory.resolve("journal.jsonl")));
    }

    @Test
    void failedTrialsEndWithOneSentenceAndTheRestIsSaved() throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            // No array holds the weights of the second width.
            assertEquals(
                    1,
                    run(SWEEP.replace("5,10", "5,100000").replace("splitting", "rejection --depths 3 --eps 0.5")
                            + directory));
        } finally {
            System.setErr(before);
        }
        List<String> last = said.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("gnc: "))
                .toList();
        assertEquals(1, last.size(), said.toString(StandardCharsets.UTF_8));
        assertTrue(
                last.getFirst().startsWith("gnc: 2 of 4 trials at a width of quick failed (guess and check: "),
                last.getFirst());
        assertTrue(last.getFirst().contains("--resume"), last.getFirst());
        assertTrue(Files.exists(directory.resolve("run.json")) && Files.exists(directory.resolve("figure.png")));
        assertEquals(0, run("report " + directory));
        String page = Files.readString(directory.resolve("report.html"));
        assertTrue(
                page.contains("guess and check failed: ") && !page.contains("killed"), "the reason is in the report");
    }

    @Test
    void aLackOfMemoryIsAFailureOfItsTrialAlone() throws IOException, InterruptedException {
        // Test measurements of 400 MB in a heap of 150.
        var config = ConfigJson.write(Presets.all().get("quick"));
        config.put("rows", 100)
                .put("cols", 100)
                .put("measurements", 60)
                .put("completion", true)
                .put("trials", 1);
        config.put("sampler", "rejection")
                .put("relativeError", 0)
                .put("draws", 16)
                .put("epochs", 1);
        Path file = Files.writeString(directory.resolve("large.json"), Json.print(config));
        Path log = directory.resolve("log");
        int code = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx150m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Djava.awt.headless=true",
                        Gnc.class.getName(),
                        "sweep",
                        file.toString(),
                        "--widths",
                        "5",
                        "--backend",
                        "scalar",
                        "--out",
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        String said = Files.readString(log);
        assertEquals(1, code, said);
        assertTrue(
                said.contains("gnc: 1 of 1 trials at a width of quick failed (guess and check: rows and cols: 100 x"
                                + " 100 with")
                        && said.contains("a larger heap (-Xmx) is needed"),
                said);
        assertEquals(
                1, Json.read(directory.resolve("run.json")).get("failedCells").intValue());
    }

    @Test
    void studiesHaveNoJournal() throws IOException {
        assertTrue(refused("sweep beyond-eps --resume --out " + directory).contains("--resume"));
        assertTrue(
                refused("sweep beyond-eps --progress json --out " + directory).contains("--progress json: beyond-eps"));
        Files.createFile(directory.resolve("points.csv"));
        assertTrue(refused("sweep beyond-eps --out " + directory).contains("points.csv: is of a finished study"));
        assertTrue(refused(SWEEP + directory).contains("points.csv: is of a study; another --out"));
        journalOf(3, "");
        assertTrue(refused("sweep beyond-eps --overwrite --out " + directory).contains("journal.jsonl: is of a sweep"));
    }
}
