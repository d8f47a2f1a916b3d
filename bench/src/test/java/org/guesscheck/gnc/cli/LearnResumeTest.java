package org.guesscheck.gnc.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.terminal.Interruption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Learning curves that were stopped and go on: their files are those of a run that was not. */
class LearnResumeTest {
    private static final String QUESTION = "learn --generate moons:0.2 --pool 60 --layers 4,2 --bias 1 --samples 4"
            + " --particles 32 --sweeps 3 --replicas 4 --descend 16 --epochs 50 --seed 5 --json --out ";

    private static final int SETS = 3;

    private static final String SETS_ASKED = " --sets " + SETS;

    @TempDir
    private static Path whole;

    private static String printed;

    /** The head and a line for each set. */
    private static List<String> journal;

    @TempDir
    private Path directory;

    @BeforeAll
    static void aRunWithoutInterruption() throws IOException {
        Left left = Left.by(QUESTION + whole + SETS_ASKED);
        assertEquals(0, left.code(), left.err());
        printed = left.timeless();
        journal = Files.readAllLines(whole.resolve("sets.jsonl"));
        assertEquals(1 + SETS, journal.size());
    }

    private Path journalOf(int lines, String torn) throws IOException {
        String text = String.join(
                "", journal.subList(0, lines).stream().map(line -> line + "\n").toList());
        return Files.writeString(directory.resolve("sets.jsonl"), text + torn);
    }

    private static Interruption atOnce() {
        Interruption interruption = new Interruption();
        interruption.request();
        return interruption;
    }

    private static void requireSameFiles(Path there) throws IOException {
        for (String name : List.of("curves.csv", "figure.svg", "figure.png", "figure.pdf")) {
            assertArrayEquals(Files.readAllBytes(whole.resolve(name)), Files.readAllBytes(there.resolve(name)), name);
        }
        assertEquals(timeless(whole), timeless(there));
    }

    /** A run.json without its fields of time. */
    private static String timeless(Path there) {
        ObjectNode record = Json.read(there.resolve("run.json"));
        record.remove(List.of("seconds", "start", "resumptions", "end"));
        return Json.print(record).replaceAll("\"elapsedSeconds\" *: *[0-9.eE+-]+", "");
    }

    /** Killed between lines, within each of them, at a line's first byte, and where the end of the line alone is missing. */
    static Stream<Arguments> places() {
        Stream<Arguments> ends = IntStream.rangeClosed(0, 1 + SETS).mapToObj(lines -> Arguments.of(lines, 0.0));
        Stream<Arguments> middles = IntStream.range(0, 1 + SETS).mapToObj(lines -> Arguments.of(lines, 0.5));
        Stream<Arguments> edges =
                Stream.of(Arguments.of(0, 1e-9), Arguments.of(0, 1.0), Arguments.of(2, 1e-9), Arguments.of(3, 1.0));
        return Stream.of(ends, middles, edges).flatMap(places -> places);
    }

    @ParameterizedTest
    @MethodSource("places")
    void aRunThatWasKilledGoesOn(int lines, double share) throws IOException {
        String next = lines < journal.size() ? journal.get(lines) : "";
        journalOf(lines, next.substring(0, (int) Math.ceil(share * next.length())));
        Left left = Left.by(QUESTION + directory + SETS_ASKED + " --resume");
        assertEquals(0, left.code(), left.err());
        assertTrue(
                left.err().contains("going on: " + Math.max(0, lines - 1) + " of 3 training sets are finished"),
                left.err());
        assertEquals(printed, left.timeless());
        requireSameFiles(directory);
        List<String> now = Files.readAllLines(directory.resolve("sets.jsonl"));
        if (lines > 0) {
            assertEquals(journal.subList(0, lines), now.subList(0, lines), "what was there stays as it was");
        }
        boolean resumed = lines > 0 && lines < 1 + SETS;
        assertEquals(1 + SETS + (resumed ? 1 : 0), now.size());
        assertEquals(resumed, now.size() > lines && now.get(lines).startsWith("{\"resumed\":\""));
    }

    @Test
    void whatIsFinishedIsNotComputedAgain() throws IOException {
        journalOf(1 + SETS, "");
        Left left = Left.by(atOnce(), QUESTION + directory + SETS_ASKED + " --resume");
        assertEquals(0, left.code(), left.err());
        requireSameFiles(directory);
    }

    @Test
    void anInterruptedRunSaysHowItGoesOn() throws IOException {
        journalOf(3, "");
        Left left = Left.by(atOnce(), QUESTION + directory + SETS_ASKED + " --resume");
        assertEquals(130, left.code(), left.err());
        assertTrue(
                left.err()
                        .contains("gnc: interrupted; 2 of 3 training sets are saved in " + directory
                                + "; the same command with --resume goes on"),
                left.err());
        assertEquals(
                1 + 2 * 5, Files.readAllLines(directory.resolve("curves.csv")).size());
        assertTrue(Json.read(directory.resolve("run.json")).get("interrupted").booleanValue());
        assertEquals(0, Left.by(QUESTION + directory + SETS_ASKED + " --resume").code());
        requireSameFiles(directory);
    }

    @Test
    void moreSetsMayBeAskedForAndFewerMayNot() throws IOException {
        assertEquals(0, Left.by(QUESTION + directory + " --sets 2").code());
        assertEquals(0, Left.by(QUESTION + directory + SETS_ASKED + " --resume").code());
        requireSameFiles(directory);
        String said = Left.refused(QUESTION + directory + " --sets 2 --resume");
        assertTrue(said.contains("--sets 2: at least 3 is allowed with --resume"), said);
        requireSameFiles(directory);
    }

    @Test
    void finishedSetsAreReplacedOnlyIfAsked() throws IOException {
        journalOf(3, "");
        String said = Left.refused(QUESTION + directory + SETS_ASKED);
        assertTrue(
                said.contains("sets.jsonl: holds 2 finished training sets of this question; --resume goes on"), said);
        String other = QUESTION.replace("--seed 5", "--seed 6") + directory + SETS_ASKED;
        for (String option : List.of("", " --resume")) {
            assertEquals(
                    "gnc: " + directory.resolve("sets.jsonl")
                            + ": is of another question (seed is 5 there and 6 here); another --out keeps it, and"
                            + " --overwrite replaces it",
                    Left.refused(other + option));
        }
        assertEquals(journal.subList(0, 3), Files.readAllLines(directory.resolve("sets.jsonl")));
        assertEquals(
                0, Left.by(QUESTION + directory + SETS_ASKED + " --overwrite").code());
        requireSameFiles(directory);
    }

    @Test
    void aRunWithoutAFinishedSetIsReplaced() throws IOException {
        journalOf(1, "");
        assertEquals(0, Left.by(QUESTION + directory + SETS_ASKED).code());
        requireSameFiles(directory);
    }

    @Test
    void anotherProgramIsRefusedAndADamagedLineIsNamed() throws IOException {
        Path file = journalOf(3, "");
        String text = Files.readString(file);
        Files.writeString(file, text.replaceFirst("\"accepted\":", "\"accepted\":1"));
        String said = Left.refused(QUESTION + directory + SETS_ASKED + " --resume");
        assertTrue(said.contains("sets.jsonl: line 2: damaged, since its checksum"), said);
        Files.writeString(file, String.join("\n", journal.get(0), journal.get(2), ""));
        said = Left.refused(QUESTION + directory + SETS_ASKED + " --resume");
        assertTrue(said.contains("sets.jsonl: line 2: set: 1; 0 is next"), said);
        Files.writeString(file, "something else");
        said = Left.refused(QUESTION + directory + SETS_ASKED + " --resume");
        assertTrue(said.contains("sets.jsonl: line 1: has no end, and is not the beginning of a line"), said);
        Files.writeString(file, text.replaceAll(",\"crc32c\":\"[0-9a-f]{8}\"", ""));
        said = Left.refused(QUESTION + directory + SETS_ASKED + " --resume");
        assertTrue(said.contains("sets.jsonl: line 1: damaged"), said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"journal.jsonl|is of a sweep", "points.csv|is of a study", "curves.csv|is of finished curves"})
    void theDirectoryOfOthersIsRefused(String line) throws IOException {
        String[] parts = line.split("\\|");
        Files.writeString(directory.resolve(parts[0]), "");
        for (String option : List.of("", " --resume")) {
            String said = Left.refused(QUESTION + directory + SETS_ASKED + option);
            assertTrue(said.contains(parts[0] + ": " + parts[1]), said);
        }
        assertFalse(Files.exists(directory.resolve("sets.jsonl")));
    }

    @Test
    void othersAreRefusedInADirectoryOfCurves() throws IOException {
        journalOf(2, "");
        for (String command : List.of("sweep quick", "sweep beyond-eps --overwrite")) {
            String said = Left.refused(command + " --out " + directory);
            assertTrue(said.contains("sets.jsonl: is of learning curves; another --out is needed for a s"), said);
        }
    }

    @Test
    void optionsThatNeedADirectoryAreRefusedWithoutOne() {
        String question = QUESTION.replace("--out ", "");
        assertTrue(Left.refused(question + "--resume").contains("--resume: allowed only with --out"));
        assertTrue(Left.refused(question + "--resume --overwrite --out " + directory)
                .contains("--resume: not allowed beside --overwrite"));
    }

    @Test
    void theRecordIsNoSweeps() {
        String said = Left.refused("sweep " + whole.resolve("run.json") + " --out " + directory);
        assertTrue(said.contains("run.json: is the run.json of gnc learn, which its \"arguments\" repeat"), said);
    }

    @Test
    void theRecordSaysHowToRepeatIt() {
        ObjectNode record = Json.read(whole.resolve("run.json"));
        List<String> arguments = new ArrayList<>();
        record.get("arguments").forEach(argument -> arguments.add(argument.asText()));
        assertEquals(QUESTION.replace(" --out ", "") + SETS_ASKED, String.join(" ", arguments));
        assertEquals(SETS, record.get("sets").size());
        assertEquals(SETS, record.get("trainingSets").intValue());
        assertEquals("moons:0.2", record.at("/question/data/name").asText());
        assertEquals(32, record.at("/question/guessAndCheck/particles").intValue());
        assertEquals(50, record.at("/question/gradientDescent/epochs").intValue());
        assertEquals(56, record.at("/question/testSamples").intValue());
        assertTrue(record.get("digest").asText().startsWith("sha256:"));
    }
}
