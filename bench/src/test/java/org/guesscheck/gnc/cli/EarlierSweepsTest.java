package org.guesscheck.gnc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.terminal.Interruption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sweeps of an earlier build, one over widths and one over depths, each stopped in the middle and finished: this build resumes
 * them and reads their files.
 *
 * <p>Where a changed bit or choice of a method is a decision, the directories have to be made again by {@code gnc sweep} with
 * the arguments below, --threads 1 and --out; ctrl-C after two results stops one.
 */
class EarlierSweepsTest {
    private static final Map<String, String> SWEEPS = Map.of(
            "widths",
            "quick --trials 2 --widths 4,6,8 --depths 3 --draws 2e5 --epochs 300 --backend scalar",
            "depths",
            "figure-2-linear --trials 2 --depths 2,3,4 --widths 4 --draws 1e5 --eps 0.05 --epochs 200 --backend"
                    + " scalar");

    /** In run.json, the fields of the machine, the clock and the program; earlier builds wrote no times of threads and no digests. */
    private static final List<String> OF_A_RUN = List.of(
            "backend",
            "threads",
            "threadSeconds",
            "version",
            "gitRevision",
            "jdk",
            "os",
            "cpu",
            "processors",
            "host",
            "start",
            "resumptions",
            "end",
            "digest",
            "digests",
            "repeats");

    /** Of estimates.csv; wall-clock time is what may differ. */
    private static final int SECONDS = 14;

    @TempDir
    private Path directory;

    private static Path earlier(String sweep, String state) {
        try {
            return Path.of(EarlierSweepsTest.class
                    .getResource("earlier/" + sweep + "/" + state)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private void copy(Path from) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, directory.resolve(file.getFileName()));
            }
        }
        Path journal = directory.resolve("journal.jsonl");
        List<String> lines = new ArrayList<>(Files.readAllLines(journal));
        lines.set(0, versioned(lines.getFirst()));
        Files.writeString(journal, String.join("\n", lines) + "\n");
    }

    /** The head of a journal as this program would write it, which has a version only where it runs from a jar. */
    private static String versioned(String head) {
        String version = Gnc.class.getPackage().getImplementationVersion();
        String text = head.replaceFirst(
                        "\"version\":\"[^\"]*\"", "\"version\":" + (version == null ? "null" : "\"" + version + "\""))
                .replaceFirst(",\"crc32c\":\"[0-9a-f]{8}\"}$", "");
        CRC32C crc = new CRC32C();
        crc.update((text + "}").getBytes(StandardCharsets.UTF_8));
        return text + ",\"crc32c\":\"" + HexFormat.of().toHexDigits((int) crc.getValue()) + "\"}";
    }

    private static int run(String line) {
        return Gnc.execute(new Interruption(), line.split(" "));
    }

    private int resume(String sweep) {
        return run("sweep " + SWEEPS.get(sweep) + " --out " + directory + " --resume");
    }

    @ParameterizedTest
    @ValueSource(strings = {"widths", "depths"})
    void aStoppedOneIsResumed(String sweep) throws IOException {
        copy(earlier(sweep, "stopped"));
        List<String> before = journal(directory);
        assertTrue(before.size() > 1 && before.size() < 1 + 12, "some of 12 units are finished");
        assertEquals(0, resume(sweep));
        Path finished = earlier(sweep, "finished");
        assertEquals(text(finished, "results.csv"), text(directory, "results.csv"));
        assertEquals(estimates(finished), estimates(directory));
        assertEquals(run(finished), run(directory));
        List<String> now = journal(directory);
        assertEquals(before, now.subList(0, before.size()), "the lines that were there stay as they were");
        assertTrue(now.get(before.size()).startsWith("{\"resumed\":\""), now.get(before.size()));
        assertEquals(
                units(journal(finished).subList(before.size(), 1 + 12)),
                units(now.subList(before.size() + 1, now.size())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"widths", "depths"})
    void theFilesOfAFinishedOneAreMadeAgainFromItsJournal(String sweep) throws IOException {
        Path finished = earlier(sweep, "finished");
        copy(finished);
        List<String> before = journal(directory);
        for (String name : List.of("results.csv", "estimates.csv", "run.json")) {
            Files.delete(directory.resolve(name));
        }
        assertEquals(0, resume(sweep));
        assertEquals(before, journal(directory));
        assertEquals(text(finished, "results.csv"), text(directory, "results.csv"));
        assertEquals(
                Files.readAllLines(finished.resolve("estimates.csv")),
                withoutDigest(Files.readAllLines(directory.resolve("estimates.csv"))));
        assertEquals(run(finished), run(directory));
    }

    @ParameterizedTest
    @ValueSource(strings = {"widths", "depths"})
    void thereIsAReportOfEither(String sweep) throws IOException {
        for (String state : List.of("stopped", "finished")) {
            copy(earlier(sweep, state));
            assertEquals(0, run("report " + directory));
            String page = text(directory, "report.html");
            assertEquals(
                    state.equals("stopped"),
                    page.contains("The sweep was interrupted: 2 of 6 trials of a " + sweep.replaceFirst("s$", "")));
            assertFalse(page.contains("The journal can't tell"));
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Test
    void thereIsAReportOfBoth() throws IOException {
        Path page = directory.resolve("new/both.html");
        String finished = earlier("widths", "finished").toString();
        String stopped = earlier("widths", "stopped").toString();
        assertEquals(0, Gnc.execute(new Interruption(), "report", finished, stopped, "--out", page.toString()));
        String text = Files.readString(page);
        assertTrue(text.contains("<h1>finished beside stopped</h1>"));
        assertTrue(
                text.contains("All ask the same question") && text.contains("<p>0 of "),
                "one is the beginning of the other");
    }

    /** The record of a sweep is a config file. */
    @ParameterizedTest
    @ValueSource(strings = {"widths", "depths"})
    void itIsRepeatedFromItsRecord(String sweep) throws IOException {
        Path finished = earlier(sweep, "finished");
        Path record = finished.resolve("run.json");
        Left repeated = Left.by("sweep " + record + " --backend scalar --threads 2 --out " + directory);
        assertEquals(0, repeated.code(), repeated.err());
        assertTrue(
                repeated.err()
                        .contains("digests are not compared with those of " + record
                                + ", since an earlier version wrote that file without digests"),
                repeated.err());
        assertEquals(text(finished, "results.csv"), text(directory, "results.csv"));
        assertEquals(estimates(finished), estimates(directory));
        assertEquals(head(finished), head(directory));
    }

    private static String text(Path there, String name) throws IOException {
        return Files.readString(there.resolve(name));
    }

    private static List<String> journal(Path there) throws IOException {
        return Files.readAllLines(there.resolve("journal.jsonl"));
    }

    /** The first line of a journal, but for the time of its start and its checksum. */
    private static String head(Path there) throws IOException {
        return versioned(journal(there).getFirst()).replaceFirst("\"start\":.*", "");
    }

    /** Lines of results, but for what is of the clock or follows from it. */
    private static List<String> units(List<String> lines) {
        return lines.stream()
                .map(line -> line.replaceAll(
                                "\"(elapsedSeconds|drawsPerSecond|productSeconds|bytesPerReplica)\":[^,}]*", "")
                        .replaceAll("\"threads\":\\d+|\"crc32c\":\"[0-9a-f]*\"", ""))
                .sorted()
                .toList();
    }

    /** A table without its last column, if that is of digests: earlier builds had the other columns at the same places. */
    private static List<String> withoutDigest(List<String> rows) {
        return rows.getFirst().endsWith(",digest")
                ? rows.stream()
                        .map(row -> row.substring(0, row.lastIndexOf(',')))
                        .toList()
                : rows;
    }

    private static List<String> estimates(Path there) throws IOException {
        List<String> rows = new ArrayList<>();
        for (String row : withoutDigest(Files.readAllLines(there.resolve("estimates.csv")))) {
            String[] cells = row.split(",", -1);
            cells[SECONDS] = "";
            rows.add(String.join(",", cells));
        }
        return rows;
    }

    private static String run(Path there) {
        ObjectNode record = Json.read(there.resolve("run.json"));
        record.remove(OF_A_RUN);
        return Json.print(record);
    }
}
