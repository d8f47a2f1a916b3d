package org.guesscheck.gnc.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class PlainLogTest {
    @Test
    void warningsOfLibrariesAreOneSentence() {
        PrintStream before = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            LogRecord warning = new LogRecord(Level.WARNING, "plain Java is slow");
            new PlainLog().publish(warning);
        } finally {
            System.setErr(before);
        }
        assertEquals(
                "note: plain Java is slow",
                said.toString(StandardCharsets.UTF_8).strip());
    }
}
