package org.guesscheck.gnc.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.guesscheck.gnc.journal.JournalFailure;
import org.junit.jupiter.api.Test;

class AttemptsTest {
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final Attempts attempts = new Attempts(cancelled::get);

    private static Supplier<Integer> thrower(Throwable what) {
        return () -> {
            switch (what) {
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                default -> throw new IllegalStateException(what);
            }
        };
    }

    @Test
    void whateverFailsHasAReasonAndTheRestGoesOn() {
        List<Throwable> causes = List.of(
                new NoSuchElementException("No value\npresent"),
                new IllegalArgumentException("width: 9; too large"),
                new UnsupportedOperationException("no such CPU"),
                new OutOfMemoryError("Java heap space"),
                new StackOverflowError(),
                new AssertionError(),
                new NoClassDefFoundError("org/Missing"));
        causes.forEach(cause -> assertEquals(Optional.empty(), attempts.get(Failure.GUESS_AND_CHECK, thrower(cause))));
        assertEquals(Optional.of(3), attempts.get(Failure.GRADIENT_DESCENT, () -> 3));
        assertEquals(
                List.of(
                        "NoSuchElementException: No value present",
                        "width: 9; too large",
                        "no such CPU",
                        "not enough memory (Java heap space)",
                        "not enough memory for a thread's stack",
                        "AssertionError",
                        "NoClassDefFoundError: org/Missing"),
                attempts.failures().stream().map(Failure::reason).toList());
    }

    @Test
    void cancellationIsNoFailure() {
        assertThrows(
                CancellationException.class, () -> attempts.get("x", thrower(new CancellationException("cancelled"))));
        cancelled.set(true);
        assertThrows(CancellationException.class, () -> attempts.get("x", thrower(new IllegalStateException("torn"))));
        assertTrue(attempts.failures().isEmpty());
    }

    @Test
    void aJournalThatCannotBeWrittenIsNoFailureOfAPart() {
        JournalFailure full = new JournalFailure(new IOException("No space left on device"));
        assertThrows(JournalFailure.class, () -> attempts.get("x", thrower(full)));
        assertTrue(attempts.failures().isEmpty());
    }
}
