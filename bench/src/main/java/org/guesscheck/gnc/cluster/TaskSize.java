package org.guesscheck.gnc.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.guesscheck.core.parts.Span;

/**
 * Cuts a round's pieces into tasks of some 20 seconds, so that starting a task and compiling kernels cost little and a lost task
 * does not cost much either. How long a piece takes is measured: the first rounds have a short task for each slot, and grow.
 */
final class TaskSize {
    private static final double SECONDS = 20;

    /** Pieces take longer at first, while kernels are compiled; a task grows at most by this factor from one round to the next. */
    private static final long GROWTH = 16;

    /** Tasks of a round, whose results wait in memory for those before them. */
    private static final int MOST_TASKS = 10_000;

    /** With fewer rounds of slots than these, all slots get equally many tasks. */
    private static final int FEW = 8;

    private final OptionalInt asked;
    private long size = 1;
    private boolean settled;

    /** Takes the number of tasks that every round is cut into; empty to measure. */
    TaskSize(OptionalInt asked) {
        this.asked = asked;
    }

    /** Pieces of a task. */
    long pieces() {
        return size;
    }

    /** The tasks of the next round, from a piece to at most another. */
    List<Span> round(long first, long end, int slots) {
        if (asked.isPresent()) {
            return cut(first, end, asked.getAsInt());
        }
        long most = size * (settled ? Math.max(MOST_TASKS, slots) : slots);
        long last = most < end - first ? first + most : end;
        long tasks = Math.ceilDiv(last - first, size);
        if (tasks < (long) FEW * slots) {
            tasks = Math.ceilDiv(tasks, slots) * (long) slots;
        }
        return cut(first, last, (int) tasks);
    }

    private static List<Span> cut(long first, long end, int tasks) {
        List<Span> spans = new ArrayList<>();
        for (int number = 1; number <= tasks; number++) {
            Span span = Span.part(end - first, number, tasks);
            if (span.count() > 0) {
                spans.add(Span.of(first + span.first(), first + span.end()));
            }
        }
        return spans;
    }

    /** Learns from a round how long pieces take in a task. */
    void measured(long pieces, double seconds) {
        double ideal = SECONDS * pieces / Math.max(seconds, 1e-9);
        long largest = size > Long.MAX_VALUE / GROWTH / MOST_TASKS ? size : size * GROWTH;
        settled = ideal <= largest;
        size = settled ? Math.max(1, (long) ideal) : largest;
    }
}
