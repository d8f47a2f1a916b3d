package org.guesscheck.gnc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.guesscheck.gnc.terminal.Interruption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Commands in a JVM that finds no fonts, as on a machine that has none. */
@Timeout(300)
class NoFontsTest {
    /** Files that are not there: the description of fonts that a JDK takes from this property, and a display. */
    private static final List<String> WITHOUT =
            List.of("-Dsun.awt.fontconfig=/nonexistent", "-Djava.awt.headless=false");

    private static final List<String> PANELS = List.of("figure-1-linear", "figure-1-tanh", "figure-1-leaky-relu");

    @TempDir
    private Path directory;

    private int run(String option, String line) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of("--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED", option, "-cp"));
        command.addAll(List.of(System.getProperty("java.class.path"), Gnc.class.getName()));
        command.addAll(List.of(line.split(" ")));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(directory.resolve("err").toFile())
                .redirectOutput(directory.resolve("out").toFile());
        builder.environment().put("DISPLAY", ":7999");
        Process process = builder.start();
        assertTrue(process.waitFor(2, TimeUnit.MINUTES), "the command hangs");
        return process.exitValue();
    }

    private List<String> said() throws IOException {
        return Files.readAllLines(directory.resolve("err"));
    }

    private static List<String> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void everyPanelRunsAndEverythingButTheFiguresIsWritten() throws IOException, InterruptedException {
        Path out = directory.resolve("results");
        String sweep = "sweep figure-1 --widths 5 --trials 1 --draws 2e3 --epochs 5 --sampler rejection --rel-error 0"
                + " --backend scalar --out " + out;
        // A figure of other results, which must not stay beside the new tables.
        Path old = out.resolve(PANELS.getFirst()).resolve("figure.svg");
        Files.createDirectories(old.getParent());
        Files.writeString(old, "<svg/>");
        assertEquals(1, run(WITHOUT.getFirst(), sweep), () -> text());
        for (String panel : PANELS) {
            assertEquals(
                    List.of("estimates.csv", "journal.jsonl", "results.csv", "run.json"), files(out.resolve(panel)));
        }
        List<String> said = said();
        String before = "note: figures can't be drawn, since no text can (";
        assertTrue(said.stream().anyMatch(line -> line.startsWith(before)), said::toString);
        String after = "gnc: everything is written but the figures: figures can't be drawn, since no text can (";
        assertTrue(said.getLast().startsWith(after), said::toString);
        assertTrue(said.getLast().endsWith("; the same command with --resume draws them afterwards"), said::toString);
        List<String> journal = Files.readAllLines(out.resolve(PANELS.getFirst()).resolve("journal.jsonl"));
        assertEquals(0, Gnc.execute(new Interruption(), (sweep + " --resume").split(" ")));
        for (String panel : PANELS) {
            assertTrue(files(out.resolve(panel)).containsAll(List.of("figure.pdf", "figure.png", "figure.svg")));
        }
        assertEquals(journal, Files.readAllLines(out.resolve(PANELS.getFirst()).resolve("journal.jsonl")));
    }

    @Test
    void theDoctorSaysIt() throws IOException, InterruptedException {
        for (String option : WITHOUT) {
            assertEquals(0, run(option, "doctor"), () -> text());
            List<String> printed = Files.readAllLines(directory.resolve("out"));
            assertTrue(
                    printed.stream().anyMatch(line -> line.matches("fonts +none usable: figures can't be drawn.*")),
                    printed::toString);
            assertFalse(said().stream().anyMatch(line -> line.startsWith("\tat ")), () -> text());
        }
    }

    private String text() {
        try {
            return String.join("\n", said());
        } catch (IOException e) {
            return e.toString();
        }
    }
}
