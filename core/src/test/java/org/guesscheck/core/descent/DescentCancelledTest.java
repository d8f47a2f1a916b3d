package org.guesscheck.core.descent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cancelled runs, small and large, keep where they had come. */
class DescentCancelledTest {
    /** Width 5 runs in fixed order, width 1200 in products of whole matrices. */
    private static GradientDescent descent(int width) {
        boolean large = width > 1000;
        Problem problem = Problem.completion(large ? 120 : 5, large ? 120 : 5, 1, large ? 2000 : 15, 1);
        return GradientDescent.of(problem, Network.linear(width, 2))
                .epochs(1_000_000)
                .historyEvery(100)
                .seed(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 1200})
    void whatIsKeptIsAShorterRun(int width) {
        AtomicInteger asked = new AtomicInteger();
        GradientDescent cancelling = descent(width).cancelWhen(() -> asked.incrementAndGet() > 3);
        Descent partial = assertThrows(DescentCancelledException.class, cancelling::run)
                .partial()
                .orElseThrow();
        assertTrue(partial.end().epoch() > 0);
        Descent shorter = descent(width).epochs(partial.end().epoch()).run();
        assertEquals(shorter.digest(), partial.digest());
        assertEquals(shorter.history(), partial.history());
        assertEquals(shorter.end(), partial.end());
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 1200})
    void anInterruptionCancelsAndStaysSet(int width) {
        GradientDescent interrupted = descent(width);
        Thread.currentThread().interrupt();
        DescentCancelledException cancelled = assertThrows(DescentCancelledException.class, interrupted::run);
        assertTrue(Thread.interrupted());
        assertEquals(0, cancelled.partial().orElseThrow().end().epoch());
    }

    @Test
    void messagesSayHowFarItCame() {
        String message = assertThrows(
                        DescentCancelledException.class, descent(5).cancelWhen(() -> true)::run)
                .getMessage();
        assertEquals("gradient descent was cancelled after 0 epochs", message);
    }
}
