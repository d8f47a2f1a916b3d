package org.guesscheck.core.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class OnceLogTest {
    @Test
    void repeatsNoSentence() {
        RecordingLogger log = new RecordingLogger();
        for (String sentence : List.of("OnceLogTest: first", "OnceLogTest: second", "OnceLogTest: first")) {
            OnceLog.inThisJvm(log).warn(sentence);
        }
        assertEquals(List.of("WARNING OnceLogTest: first", "WARNING OnceLogTest: second"), log.messages());
    }
}
