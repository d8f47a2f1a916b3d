package org.guesscheck.gnc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.terminal.Interruption;

/** What a command leaves: its exit code, what it printed, and what it said. */
record Left(int code, String out, String err) {
    /** Runs a command in this JVM. */
    static Left by(String line) {
        return by(new Interruption(), line);
    }

    /** Runs a command in this JVM that may be interrupted. */
    static Left by(Interruption interruption, String line) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            int code = Gnc.execute(interruption, line.split(" "));
            return new Left(code, printed.toString(StandardCharsets.UTF_8), said.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    /** Requires that a command is refused with one sentence, and returns it. */
    static String refused(String line) {
        Left left = by(line);
        assertEquals(2, left.code, left.err);
        assertEquals("", left.out);
        assertTrue(left.err.startsWith("gnc: ") && left.err.strip().lines().count() == 1, left.err);
        return left.err.strip();
    }

    /** What was printed, as JSON. */
    JsonNode json() {
        return Json.parse(out, "standard output");
    }

    /** What was printed, without the time that it took. */
    String timeless() {
        return out.replaceAll(" in [0-9.]+ s \\(\\S+ (draws|epochs)/s\\)", "")
                .replaceAll("\"(elapsedSeconds|drawsPerSecond|epochsPerSecond)\" *: *[0-9.eE+-]+", "");
    }
}
