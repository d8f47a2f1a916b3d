package org.guesscheck.gnc.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.guesscheck.gnc.config.ConfigJson;
import org.guesscheck.gnc.config.Presets;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.journal.Journal;
import org.guesscheck.gnc.text.InputException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {
    @TempDir
    private static Path finished;

    private static byte[] whole;

    @TempDir
    private Path directory;

    @BeforeAll
    static void aFinishedSweep() throws IOException {
        sweep(finished, config(0.5), false);
        whole = Files.readAllBytes(finished.resolve(Journal.FILE));
    }

    private static SweepConfig config(double eps) {
        var node = ConfigJson.write(Presets.all().get("quick"));
        node.put("sampler", "rejection").put("relativeError", 0).put("eps", eps);
        node.put("draws", 20_000).put("epochs", 10).put("trials", 2);
        node.putArray("values").add(5);
        return ConfigJson.read(node, "test");
    }

    private static void sweep(Path directory, SweepConfig config, boolean resume) throws IOException {
        try (Journal journal = Journal.open(directory, config)) {
            Panel panel = new Panel(config, directory, journal);
            panel.begin(resume);
            new SweepRun(
                            panel,
                            new Answers(),
                            new SweepExecution(OptionalInt.of(1), "scalar", () -> false),
                            new Watcher() {})
                    .run();
        }
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(directory.resolve(Journal.FILE), bytes);
    }

    private int units() throws IOException {
        try (Journal journal = Journal.open(directory, config(0.5))) {
            return journal.units();
        }
    }

    private String refused() {
        String said = assertThrows(InputException.class, this::units).getMessage();
        assertTrue(said.startsWith(directory.resolve(Journal.FILE) + ": "), said);
        assertEquals(1, said.lines().count());
        return said;
    }

    /** 2,000 of the journal's bits, each flipped alone. */
    @Test
    void noFlippedBitPassesForAResult() throws IOException {
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            int bit = random.nextInt(8 * whole.length);
            byte[] changed = whole.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            write(changed);
            String said = refused();
            assertTrue(said.contains(": line "), said);
        }
    }

    @Test
    void aDamagedLineIsNamedWithWhatToDo() throws IOException {
        List<String> lines = Files.readAllLines(finished.resolve(Journal.FILE));
        String changed = lines.get(2)
                .replaceFirst("\"threads\":1", "\"threads\":2")
                .replaceFirst("\"epochs\":10", "\"epochs\":11");
        lines.set(2, changed);
        Path file = Files.write(directory.resolve(Journal.FILE), lines);
        assertTrue(
                refused().contains("line 3: damaged, since its checksum is not that of its text; without this line,"));
        // As it says.
        lines.remove(2);
        Files.write(file, lines);
        assertEquals(3, units());
        sweep(directory, config(0.5), true);
        assertArrayEquals(
                Files.readAllBytes(finished.resolve("results.csv")),
                Files.readAllBytes(directory.resolve("results.csv")));
    }

    @Test
    void aJournalOfAnOlderVersionHasNoChecksumsAndGoesOn() throws IOException {
        String old = new String(whole, StandardCharsets.UTF_8)
                .replace(",\"checksums\":\"crc32c\"", "")
                .replaceAll(",\"crc32c\":\"[0-9a-f]{8}\"", "");
        assertFalse(old.contains("crc"));
        List<String> lines = old.lines().toList();
        write((String.join("\n", lines.subList(0, 3)) + "\n").getBytes(StandardCharsets.UTF_8));
        assertEquals(2, units());
        sweep(directory, config(0.5), true);
        List<String> now = Files.readAllLines(directory.resolve(Journal.FILE));
        assertEquals(lines.subList(0, 3), now.subList(0, 3));
        assertTrue(now.subList(3, now.size()).stream().allMatch(line -> line.contains("\"crc32c\":\"")));
        assertArrayEquals(
                Files.readAllBytes(finished.resolve("results.csv")),
                Files.readAllBytes(directory.resolve("results.csv")));
    }

    @Test
    void everyBeginningIsOneThatAKilledSweepLeaves() throws IOException {
        int before = -1;
        for (int length = 0; length < whole.length; length += length < 2000 ? 1 : 17) {
            write(Arrays.copyOf(whole, length));
            int units = units();
            assertTrue(units >= before, "more of the file has no less");
            before = Math.max(0, units);
        }
        assertEquals(3, before);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatHasNoLineEndsIsNotOverwritten(boolean endOnly) throws IOException {
        String text = new String(whole, StandardCharsets.UTF_8);
        // The first loses all line ends; the second the one between its last two lines and the last.
        int third = text.indexOf('\n', text.indexOf('\n', text.indexOf('\n') + 1) + 1);
        String without =
                endOnly ? text.substring(0, third) + text.substring(third).replace("\n", "") : text.replace("\n", "");
        byte[] bytes = without.getBytes(StandardCharsets.UTF_8);
        write(bytes);
        assertTrue(refused().contains(endOnly ? ": line 3: has no end" : ": line 1: has no end"));
        assertArrayEquals(bytes, Files.readAllBytes(directory.resolve(Journal.FILE)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "{}",
                "{\"journal\":\"mine\"",
                "my notes\n",
                "{\"journal\":\"mine\"}\n",
                "\n",
                "x,y\n1,2\n"
            })
    void anyOtherFileOfThatNameIsNotOverwritten(String content) throws IOException {
        Path file = Files.writeString(directory.resolve(Journal.FILE), content);
        assertTrue(refused().contains("another --out"));
        assertEquals(content, Files.readString(file));
    }

    @Test
    void aDirectoryInItsPlaceIsRefused() throws IOException {
        Files.createDirectory(directory.resolve(Journal.FILE));
        assertTrue(refused().contains("a directory is in the place of the journal"));
    }

    @Test
    @Timeout(60)
    void aPipeOrADeviceInItsPlaceIsRefusedAtOnce() throws IOException, InterruptedException {
        Path file = directory.resolve(Journal.FILE);
        boolean made = Files.isExecutable(Path.of("/usr/bin/mkfifo"))
                && new ProcessBuilder("mkfifo", file.toString()).start().waitFor() == 0;
        assumeTrue(made, "there is no mkfifo");
        assertTrue(refused().contains("a pipe or a device is in the place of the journal"));
        Files.delete(file);
        Files.createSymbolicLink(file, Path.of("/dev/zero"));
        assertTrue(refused().contains("a pipe or a device is in the place of the journal"));
    }

    @Test
    void startingOverTakesAwayWhatIsOld() throws IOException {
        List<String> old = List.of(
                "run.json", "figure.png", "figure.svg", "figure.pdf", "results.csv", "estimates.csv", "report.html");
        for (String name : old) {
            Files.writeString(directory.resolve(name), "old");
        }
        Files.writeString(directory.resolve("notes.txt"), "mine");
        write(whole);
        try (Journal journal = Journal.open(directory, config(0.4))) {
            assertTrue(Files.exists(directory.resolve("run.json")), "looking changes nothing");
            new Panel(config(0.4), directory, journal).begin(false);
        }
        for (String name : old) {
            assertFalse(Files.exists(directory.resolve(name)), name);
        }
        assertTrue(Files.exists(directory.resolve("notes.txt")));
        assertEquals(0, units());
    }

    @Test
    void goingOnKeepsWhatIsThere() throws IOException {
        Files.writeString(directory.resolve("run.json"), "old");
        write(whole);
        try (Journal journal = Journal.open(directory, config(0.5))) {
            new Panel(config(0.5), directory, journal).begin(true);
        }
        assertTrue(Files.exists(directory.resolve("run.json")));
    }

    @Test
    void temporaryFilesOfKilledProgramsAreRemoved() throws IOException {
        List<String> left =
                List.of(".results.csv123.tmp", ".figure.png0a9f.tmp", ".run.json-5.tmp", ".estimates.csv.tmp");
        List<String> kept = List.of(".mine.csv1.tmp", "results.csv1.tmp", ".results.csv1.tmpx", ".report.html7.tmp");
        for (String name : left) {
            Files.writeString(directory.resolve(name), "half");
        }
        for (String name : kept) {
            Files.writeString(directory.resolve(name), "mine");
        }
        Path forgotten = Files.writeString(directory.resolve(".report.html8.tmp"), "half");
        Files.setLastModifiedTime(forgotten, FileTime.from(Instant.now().minus(Duration.ofDays(1))));
        sweep(directory, config(0.5), false);
        left.forEach(name -> assertFalse(Files.exists(directory.resolve(name)), name));
        kept.forEach(name -> assertTrue(Files.exists(directory.resolve(name)), name));
        assertFalse(Files.exists(forgotten));
    }
}
