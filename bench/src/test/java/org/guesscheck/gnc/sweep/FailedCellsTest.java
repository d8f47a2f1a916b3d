package org.guesscheck.gnc.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.guesscheck.gnc.config.ConfigJson;
import org.guesscheck.gnc.config.Presets;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.journal.Journal;
import org.guesscheck.gnc.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps of which one width is so large that no array holds its weights. */
class FailedCellsTest {
    private static final int TOO_WIDE = 100_000;

    @TempDir
    private Path directory;

    private static SweepConfig config(int... widths) {
        var node = ConfigJson.write(Presets.all().get("quick"));
        node.put("sampler", "rejection").put("relativeError", 0).put("eps", 0.5).put("fixed", 3);
        node.put("draws", 20_000).put("epochs", 10).put("trials", 2);
        var values = node.putArray("values");
        for (int width : widths) {
            values.add(width);
        }
        return ConfigJson.read(node, "test");
    }

    private static SweepRun.Outcome sweep(
            Path directory, SweepConfig config, int threads, boolean resume, Watcher watcher) throws IOException {
        Files.createDirectories(directory);
        try (Journal journal = Journal.open(directory, config)) {
            Panel panel = new Panel(config, directory, journal);
            panel.begin(resume);
            return new SweepRun(
                            panel,
                            new Answers(),
                            new SweepExecution(OptionalInt.of(threads), "scalar", () -> false),
                            watcher)
                    .run();
        }
    }

    private static List<String> rows(Path directory, int width) throws IOException {
        try (Stream<String> lines = Files.lines(directory.resolve("estimates.csv"))) {
            // Without the wall-clock time.
            return lines.filter(line -> line.startsWith(width + ","))
                    .map(line -> line.replaceAll("\\d\\.\\d+(E-\\d+)?,rejection", "")
                            .replaceAll("(,,\\d\\.\\d+(E-\\d+)?),,,,", "gd"))
                    .toList();
        }
    }

    @Test
    void theOthersGoOnAndTheReasonIsKept() throws IOException {
        SweepRun.Outcome outcome = sweep(directory, config(5, TOO_WIDE, 7), 4, false, new Watcher() {});
        assertEquals(4, outcome.finished());
        assertEquals(2, outcome.failed().size());
        assertFalse(outcome.interrupted());
        for (String name : List.of("results.csv", "estimates.csv", "figure.png", "figure.svg", "run.json")) {
            assertTrue(Files.exists(directory.resolve(name)), name);
        }
        var run = Json.read(directory.resolve("run.json"));
        assertEquals(4, run.get("finishedCells").intValue());
        assertEquals(2, run.get("failedCells").intValue());
        assertFalse(run.get("interrupted").booleanValue());
        var failures = run.get("failures");
        assertEquals(4, failures.size(), "both methods of both trials");
        failures.forEach(failure -> {
            assertEquals(TOO_WIDE, failure.get("value").intValue());
            assertTrue(failure.get("reason").asText().contains("width"), failure.toString());
        });
        List<String> failed = rows(directory, TOO_WIDE);
        assertEquals(14, failed.size(), "a row of each method, each baseline and each trial");
        assertTrue(
                failed.getFirst().matches(TOO_WIDE + ",3,0,guess_and_check,0\\.5,.*,false,,,,\\S.*"),
                failed.getFirst());
    }

    @Test
    void theOthersHaveTheResultsOfASweepOfTheirOwn() throws IOException {
        sweep(directory.resolve("with"), config(5, TOO_WIDE, 7), 1, false, new Watcher() {});
        sweep(directory.resolve("without"), config(5, 7), 1, false, new Watcher() {});
        for (int width : new int[] {5, 7}) {
            List<String> with = Files.readAllLines(directory.resolve("with/results.csv")).stream()
                    .filter(row -> row.startsWith(width + ","))
                    .toList();
            assertEquals(1, with.size());
            assertTrue(
                    Files.readAllLines(directory.resolve("without/results.csv")).containsAll(with));
        }
    }

    @Test
    void goingOnTriesThemAgainAndNothingElse() throws IOException {
        SweepConfig config = config(5, TOO_WIDE, 7);
        sweep(directory, config, 1, false, new Watcher() {});
        Path file = directory.resolve(Journal.FILE);
        assertEquals(1 + 8, Files.readAllLines(file).size());
        SweepRun.Outcome again = sweep(directory, config, 1, true, new Watcher() {
            @Override
            public void finished(Cell cell) {
                assertEquals(TOO_WIDE, cell.id().value().first());
                assertTrue(cell.failed());
            }
        });
        assertEquals(2, again.failed().size());
        assertEquals(1 + 8 + 1, Files.readAllLines(file).size(), "one line that it was gone on with");
    }

    @Test
    void whereEverythingFailsThereIsARunRecord() throws IOException {
        SweepRun.Outcome outcome = sweep(directory, config(TOO_WIDE), 2, false, new Watcher() {});
        assertEquals(0, outcome.finished());
        assertEquals(
                2, Json.read(directory.resolve("run.json")).get("failedCells").intValue());
    }

    @Test
    void aDirectoryThatIsRemovedEndsTheSweepWithItsName() {
        Path removed = directory.resolve("removed");
        IOException failure = assertThrows(
                IOException.class,
                () -> sweep(removed, config(5, 7), 1, false, new Watcher() {
                    @Override
                    public void finished(Cell cell) {
                        remove(removed);
                    }
                }));
        assertTrue(failure.getMessage().contains(removed.toString()), failure.toString());
    }

    private static void remove(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
