package org.guesscheck.gnc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.guesscheck.gnc.terminal.Interruption;
import org.guesscheck.gnc.terminal.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said where a command line, a file or a directory is wrong: one sentence each, without names of Java classes. */
class SentencesTest {
    @TempDir
    Path directory;

    private static String said(int code, String... words) {
        PrintStream before = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            assertEquals(code, Gnc.execute(new Interruption(), words));
        } finally {
            System.setErr(before);
        }
        String text = said.toString(StandardCharsets.UTF_8).strip();
        assertEquals(1, text.lines().count(), text);
        assertFalse(text.contains("Exception") || text.contains("java."), text);
        return text;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "swep quick|gnc: there is no command swep; did you mean sweep",
                "check trut|did you mean truth",
                "sweep quick --thread 2|did you mean --threads?",
                "estimate --eps 0.02 --draws 9 --threads 0|gnc: --threads 0: 1 to 1024 is allowed",
                "estimate --eps 0.02 --draws 9 --threads 1e6|gnc: --threads 1000000: 1 to 1024 is allowed",
                "sweep quick --threads 0|gnc: --threads 0: 1 to 1024 is allowed",
                "sweep beyond-rank --threads -1|gnc: --threads -1: 1 to 1024 is allowed",
                "estimate --eps 0.02 --seed 1e19|'1e19' is out of range; -9223372036854775808 to 9223372036854775807",
                "estimate --eps 0.02 --seed 1.5|'1.5' is not a whole number such as 1000000 or 1e6",
                "estimate --eps 0.02 --seed x|'x' is not a whole number",
                "descend --width 1e10|'1e10' is out of range; -2147483648 to 2147483647 is allowed",
                "estimate --eps 0.02 --sampler rejection|--sampler auto needs neither",
                "estimate --eps 0.02 --reduce|gnc: --draws: missing",
                "estimate @src|gnc: @src: this is a directory",
                "estimate --eps 0.02 --activation leaky-relu --negative-slope x|'x' is not a number such as 0.02",
                "check normals --count 0|gnc: --count 0: at least 1 is allowed",
                "sweep src|gnc: src: this is a directory; a preset or a config file is needed",
                "problem --out src|gnc: --out src: this is a directory; the name of a file is needed",
                "descend --epochs 1 --history src|gnc: --history src: this is a directory",
                "estimate --eps 0.02 --problem src|gnc: src: this is a directory; a file is needed",
                "sweep quick --out pom.xml|gnc: --out pom.xml: pom.xml is a file"
            })
    void oneSentenceSaysWhatIsWrong(String line, String part) {
        String text = said(2, line.split(" "));
        assertTrue(text.contains(part), text);
    }

    @Test
    void aNameThatIsEmptyIsAVariableThatIsNotSet() {
        for (List<String> line : List.of(
                List.of("problem", "--out", ""),
                List.of("sweep", "quick", "--out", ""),
                List.of("estimate", "--eps", "0.02", "--problem", ""),
                List.of("report", ""),
                List.of("sweep", ""))) {
            String text = said(2, line.toArray(String[]::new));
            assertTrue(text.contains("empty; "), text);
        }
    }

    @Test
    void aDirectoryInThePlaceOfAResultIsFoundFirst() throws IOException {
        Path taken = Files.createDirectory(directory.resolve("figure.svg"));
        String text = said(2, "sweep", "quick", "--out", directory.toString());
        assertTrue(text.startsWith("gnc: --out " + taken + ": this is a directory"), text);
        assertFalse(Files.exists(directory.resolve("journal.jsonl")));
    }

    @Test
    void wholeNumbersMayBeWrittenWithAnExponentEverywhere() {
        assertEquals(
                0,
                Gnc.execute(
                        new Interruption(),
                        "problem --problem-seed 1e8 --rows 0.4e1 --cols 4 --measurements 1.0e1".split(" ")));
        assertEquals(0, Gnc.execute(new Interruption(), "replay --seed -1e8 --draw 1e3".split(" ")));
    }

    @Test
    void helpIsACommandToo() {
        for (String line : List.of("help", "help sweep", "help check")) {
            assertEquals(0, Gnc.execute(new Interruption(), line.split(" ")));
        }
        assertTrue(said(2, "help", "swep").contains("swep"));
    }

    @Test
    void aThresholdAloneIsEnough() {
        assertEquals(0, Gnc.execute(new Interruption(), "estimate", "--eps", "0.5"));
    }

    @Test
    void longTextsAreShortenedAndCannotActOnTheTerminal() {
        String text = Sentence.of("a\u001b[31mb\nc" + "x".repeat(100_000) + "end");
        assertTrue(text.startsWith("a?[31mb cx") && text.endsWith("xend") && text.length() < 1100, text);
        String line = said(2, "estimate", "--eps", "1".repeat(100_000) + "x");
        assertTrue(line.length() < 1200, "" + line.length());
    }

    @Test
    void filesWithAMarkOfTheByteOrderAreRead() throws IOException {
        String out = directory.resolve("one").toString();
        String sweep = "sweep quick --trials 1 --widths 5 --draws 2000 --epochs 10 --sampler rejection --out ";
        assertEquals(0, Gnc.execute(new Interruption(), (sweep + out).split(" ")));
        for (String name : List.of("run.json", "estimates.csv", "journal.jsonl")) {
            Path file = directory.resolve("one").resolve(name);
            Files.writeString(file, "\uFEFF" + Files.readString(file));
        }
        assertEquals(0, Gnc.execute(new Interruption(), "report", out));
        String again = directory.resolve("again").toString();
        assertEquals(0, Gnc.execute(new Interruption(), "sweep", out + "/run.json", "--out", again));
        assertEquals(0, Gnc.execute(new Interruption(), (sweep + out + " --resume").split(" ")));
    }
}
