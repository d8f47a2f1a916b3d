package org.guesscheck.core.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.guesscheck.core.platform.RecordingLogger;
import org.junit.jupiter.api.Test;

/** In this module's tests the native module is missing, so every call of {@code auto} has a reason to warn. */
class MultiplierWarningsTest {
    @Test
    void warnsOnceOfAMissingLibrary() {
        String library = Multipliers.describe().getFirst().reason();
        assertTrue(library.contains("native module is missing"), library);
        RecordingLogger log = new RecordingLogger();
        for (int call = 0; call < 3; call++) {
            Multipliers.automatic(1, log);
        }
        // Another test of this JVM may have caused the same warning before.
        assertEquals(Set.copyOf(log.messages()).size(), log.messages().size(), log.messages()::toString);
    }
}
