package org.guesscheck.gnc.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class InterruptibleTest {
    private static String sleep() {
        try {
            Thread.sleep(600_000);
            return "woke up by itself";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theConditionInterruptsTheWorkAndTheThreadIsAsBefore() {
        AtomicBoolean stop = new AtomicBoolean();
        CancellationException e = assertThrows(
                CancellationException.class,
                () -> Interruptible.call(stop::get, () -> {
                    stop.set(true);
                    return sleep();
                }));
        assertEquals(IllegalStateException.class, e.getCause().getClass());
        assertFalse(Thread.currentThread().isInterrupted());
    }

    @Test
    void workThatIsDoneOrFailsIsLeftAlone() {
        assertEquals(7, Interruptible.call(() -> false, () -> 7));
        assertEquals(
                "no",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Interruptible.call(() -> false, () -> {
                                    throw new IllegalArgumentException("no");
                                }))
                        .getMessage());
    }

    @Test
    void nothingBeginsOnceTheConditionIsTrue() {
        assertThrows(CancellationException.class, () -> Interruptible.call(() -> true, InterruptibleTest::sleep));
    }
}
