package org.guesscheck.gnc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Results that are lost; the commands run in JVMs of their own, since they are about these JVMs' streams. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class LostOutputTest {
    private record Ended(int code, String error) {}

    /** Runs a command with its standard output sent where the shell's words say. */
    private static Ended run(String redirection, String command) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> line = new ArrayList<>(List.of("bash", "-c", "set -o pipefail; \"$@\" " + redirection, "bash"));
        line.addAll(List.of(java, "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
        line.add(Gnc.class.getName());
        line.addAll(List.of(command.split(" ")));
        Process process =
                new ProcessBuilder(line).redirectOutput(new File("/dev/null")).start();
        String error = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), error);
    }

    static boolean fullDevice() {
        return new File("/dev/full").exists() && new File("/bin/bash").exists();
    }

    @EnabledIf("fullDevice")
    @ParameterizedTest
    @ValueSource(strings = {"--help", "--version", "presets", "problem", "check generator --emit word --bytes 100000"})
    void lostOutputIsAFailure(String command) throws Exception {
        Ended full = run(">/dev/full", command);
        assertEquals(1, full.code(), full::error);
        assertTrue(full.error().contains("gnc: standard output cannot be written: "), full::error);
        assertEquals(1, full.error().lines().count(), full::error);
    }

    @EnabledIf("fullDevice")
    @Test
    void aClosedStreamIsAFailure() throws Exception {
        Ended closed = run(">&-", "presets");
        assertEquals(1, closed.code(), closed::error);
        assertTrue(closed.error().contains("gnc: standard output cannot be written: "), closed::error);
    }

    @EnabledIf("fullDevice")
    @ParameterizedTest
    @ValueSource(strings = {"presets", "problem --rows 12 --cols 12 --measurements 30", "check generator --emit word"})
    void aReaderThatHasSeenEnoughIsNone(String command) throws Exception {
        Ended left = run("| head -c 1", command);
        assertEquals(0, left.code(), left::error);
        assertFalse(left.error().contains("gnc:"), left::error);
    }

    @EnabledIf("fullDevice")
    @Test
    void aWrongCommandStaysWrong() throws Exception {
        assertEquals(2, run(">/dev/full", "nonsense").code());
    }
}
