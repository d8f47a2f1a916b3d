package org.guesscheck.gnc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.guesscheck.gnc.terminal.Interruption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The script for bash, asked by bash itself. */
class CompletionTest {
    @TempDir
    private Path folder;

    /** The words that bash offers in place of the last one, sorted. Its compopt works only while a key is pressed. */
    private List<String> offered(String... words) throws IOException, InterruptedException {
        Path script = folder.resolve("gnc.bash");
        Files.writeString(script, printed("completion", "bash"));
        String quoted = "'" + String.join("' '", words) + "'";
        Process bash = new ProcessBuilder(
                        "bash",
                        "--norc",
                        "-uc",
                        "source '" + script + "'; set +u; compopt() { :; }; COMP_WORDS=(" + quoted + "); COMP_CWORD="
                                + (words.length - 1)
                                + "; COMP_LINE='" + String.join(" ", words) + "'; COMP_POINT=${#COMP_LINE}; "
                                + "_complete_gnc; printf '%s\\n' \"${COMPREPLY[@]}\"")
                .redirectErrorStream(true)
                .start();
        bash.getOutputStream().close();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, bash.waitFor(), said);
        return List.copyOf(new TreeSet<>(said.lines().map(String::strip).toList()));
    }

    private static String printed(String... arguments) {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertEquals(0, Gnc.execute(new Interruption(), arguments));
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void commandsAreOffered() throws IOException, InterruptedException {
        assertEquals(List.of("estimate"), offered("gnc", "est"));
        assertEquals(
                List.copyOf(new TreeSet<>(new CommandLine(new Gnc(new Interruption()))
                        .getSubcommands()
                        .keySet())),
                offered("gnc", ""));
    }

    @Test
    void commandsBelowACommandAreOffered() throws IOException, InterruptedException {
        assertEquals(List.of("pins"), offered("gnc", "check", "pin"));
        assertEquals(List.of("descend", "estimate"), offered("gnc", "shard", "1/2", ""));
    }

    @Test
    void optionsAreOffered() throws IOException, InterruptedException {
        assertEquals(List.of("--sampler"), offered("gnc", "estimate", "--samp"));
        assertTrue(offered("gnc", "shard", "1/2", "estimate", "--").contains("--out"));
    }

    @Test
    void valuesAreOffered() throws IOException, InterruptedException {
        assertEquals(List.of("splitting"), offered("gnc", "estimate", "--sampler", "spl"));
        assertEquals(List.of("bash"), offered("gnc", "completion", ""));
        assertEquals(List.of("figure-2-tanh", "figure-2-tanh-fits"), offered("gnc", "sweep", "figure-2-t"));
    }

    @Test
    void anotherShellIsRefused() {
        assertEquals(2, Gnc.execute(new Interruption(), "completion", "fish"));
    }
}
