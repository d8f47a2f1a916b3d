package org.guesscheck.gnc.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import org.guesscheck.core.parts.Span;
import org.junit.jupiter.api.Test;

/** Tasks get the length that is wanted, and cover a round without gaps. */
class TaskSizeTest {
    private static void assertCovered(long first, long end, List<Span> spans) {
        long at = first;
        for (Span span : spans) {
            assertEquals(at, span.first());
            assertTrue(span.count() > 0);
            at = span.end();
        }
        assertEquals(end, at);
    }

    @Test
    void tasksGrowUntilTheyTakeTwentySeconds() {
        TaskSize size = new TaskSize(OptionalInt.empty());
        assertCovered(0, 4, size.round(0, 1_000_000_000, 4));
        // At 100 pieces a second, 2,000 pieces are wanted.
        for (long pieces : new long[] {16, 256, 2000, 2000}) {
            size.measured(100, 1);
            assertEquals(pieces, size.pieces());
        }
        List<Span> round = size.round(276, 1_000_000_000, 4);
        assertEquals(10_000, round.size());
        assertCovered(276, 276 + 20_000_000, round);
        size.measured(1, 300);
        assertEquals(1, size.pieces());
    }

    @Test
    void theLastTasksShrink() {
        TaskSize size = new TaskSize(OptionalInt.empty());
        size.measured(10, 20);
        List<Span> round = size.round(5, 105, 4);
        assertCovered(5, 105, round);
        // 10 pieces a task, until an eighth of what is left is less; then down to an eighth of a task.
        assertEquals(
                List.of(10L, 10L, 10L, 9L, 8L, 7L, 6L, 5L, 5L, 4L, 4L, 3L, 3L, 2L, 2L, 2L, 2L, 2L, 2L, 2L, 2L),
                round.stream().map(Span::count).toList());
        assertCovered(5, 7, size.round(5, 7, 4));
    }

    @Test
    void aRoundThatIsNotTheLastHasEqualTasks() {
        TaskSize size = new TaskSize(OptionalInt.empty());
        size.measured(10, 20);
        List<Span> round = size.round(0, 1_000_000, 4);
        assertTrue(round.stream().allMatch(span -> span.count() == 10));
    }

    @Test
    void aNumberOfTasksThatWasAskedForHolds() {
        TaskSize size = new TaskSize(OptionalInt.of(7));
        assertEquals(7, size.round(3, 100, 2).size());
        assertCovered(3, 100, size.round(3, 100, 2));
        assertEquals(2, size.round(3, 5, 2).size());
    }
}
