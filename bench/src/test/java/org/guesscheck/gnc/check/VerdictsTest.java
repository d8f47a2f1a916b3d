package org.guesscheck.gnc.check;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class VerdictsTest {
    @Test
    void oneFailureIsRemembered() {
        List<Verdict> received = new ArrayList<>();
        Verdicts verdicts = new Verdicts(() -> false, received::add);
        verdicts.add(true, "%d of %d", 1, 2);
        assertTrue(verdicts.hold());
        verdicts.add(false, "%.1f", 0.5);
        verdicts.add(true, "after it");
        assertFalse(verdicts.hold());
        assertEquals(
                List.of("ok    1 of 2", "WRONG 0.5", "ok    after it"),
                received.stream().map(Verdict::line).toList());
    }

    @Test
    void aPrintedVerdictIsReadAgainAndAnotherLineIsAFailure() {
        for (Verdict verdict : List.of(new Verdict(true, "100%"), new Verdict(false, "ok    not"))) {
            assertEquals(verdict, Verdict.read(verdict.line()));
        }
        assertEquals(new Verdict(false, "Error occurred"), Verdict.read("Error occurred"));
    }

    @Test
    void aCancelledCheckEnds() {
        AtomicBoolean cancelled = new AtomicBoolean();
        Verdicts verdicts = new Verdicts(cancelled::get, verdict -> {});
        assertDoesNotThrow(verdicts::stopIfCancelled);
        cancelled.set(true);
        assertThrows(CancellationException.class, verdicts::stopIfCancelled);
    }
}
