package org.guesscheck.gnc.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StandardOutputTest {
    @Test
    void aFailureIsRememberedUnlessAReaderHadEnough() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        for (boolean pipe : new boolean[] {false, true}) {
            StandardOutput output = new StandardOutput(full, () -> pipe);
            new PrintStream(output, true, StandardCharsets.UTF_8).println("result");
            assertEquals(pipe, output.lost().isEmpty());
        }
        StandardOutput whole = new StandardOutput(new ByteArrayOutputStream(), () -> false);
        new PrintStream(whole, true, StandardCharsets.UTF_8).println("result");
        assertEquals(Optional.empty(), whole.lost());
    }
}
