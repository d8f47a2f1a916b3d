package org.guesscheck.core.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SaidOnceTest {
    @Test
    void repeatsNoSentence() {
        RecordingLogger log = new RecordingLogger();
        for (String sentence : List.of("SaidOnceTest: first", "SaidOnceTest: second", "SaidOnceTest: first")) {
            SaidOnce.warn(log, sentence);
        }
        assertEquals(List.of("WARNING SaidOnceTest: first", "WARNING SaidOnceTest: second"), log.messages());
    }
}
