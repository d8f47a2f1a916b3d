package org.guesscheck.gnc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guesscheck.gnc.python.Python;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs in formats.md are short, and do what the page says, one after the other in a folder like a checkout. */
class FormatsPageTest {
    private static final int MOST_LINES = 10;

    private static final Pattern PROGRAM = Pattern.compile("(?s)```python\\n(.*?)```");

    @TempDir
    private Path directory;

    private static List<String> programs() throws IOException {
        List<String> programs = new ArrayList<>();
        Matcher page = PROGRAM.matcher(Files.readString(Path.of("docs", "formats.md")));
        while (page.find()) {
            programs.add(page.group(1));
        }
        return programs;
    }

    /** A launcher that runs the classes under test. */
    private void makeLauncher() throws IOException {
        Path toolchain = Files.createDirectories(directory.resolve("toolchain"));
        Path launcher = Files.writeString(
                toolchain.resolve("gnc"),
                "#!/bin/sh\nexec '" + Path.of(System.getProperty("java.home"), "bin", "java")
                        + "' -XX:TieredStopAtLevel=1 -Djava.awt.headless=true -cp '"
                        + System.getProperty("java.class.path") + "' " + Gnc.class.getName() + " \"$@\"\n");
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void everyProgramIsShort() throws IOException {
        assertTrue(programs().size() >= 8, "programs: " + programs().size());
        for (String program : programs()) {
            assertTrue(program.lines().count() <= MOST_LINES, program);
            assertTrue(program.lines().allMatch(line -> line.length() <= 130), program);
        }
    }

    @Test
    void everyProgramRuns() throws IOException, InterruptedException {
        Python python = Python.with("numpy");
        makeLauncher();
        List<String> printed = new ArrayList<>();
        for (String program : programs()) {
            Python.Printed result = python.run(directory, "-W", "error", "-c", program);
            assertEquals(0, result.code(), program + result.text());
            // Checksums and digests are compared with those of gnc.
            assertFalse(result.text().contains("False"), program + result.text());
            printed.add(result.text());
        }
        String digests = printed.removeLast();
        assertTrue(digests.contains("True"), digests);
        String ofDescent = digests.lines().toList().getLast().split(" ")[0];
        assertEquals(64, ofDescent.length(), digests);
        assertTrue(printed.stream().anyMatch(text -> text.contains("digest sha256:" + ofDescent)), digests);
    }
}
