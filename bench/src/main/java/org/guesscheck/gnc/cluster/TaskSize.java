package org.guesscheck.gnc.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.guesscheck.core.parts.Span;

/**
 * Cuts a round's pieces into tasks of some 20 seconds, so that starting a task and compiling kernels cost little and a lost task
 * does not cost much either. How long a piece takes is measured: the first rounds have a short task for each slot, and grow. The
 * last round's tasks shrink towards its end, so that no slot waits long for another one.
 */
final class TaskSize {
    private static final double SECONDS = 20;

    /** Pieces take longer at first, while kernels are compiled; a task grows at most by this factor from one round to the next. */
    private static final long GROWTH = 16;

    /** Tasks of a round, whose results wait in memory for those before them. */
    private static final int MOST_TASKS = 10_000;

    /** A task takes at most this part of a slot's share of what is left, so that all slots end at nearly the same time. */
    private static final int SHARE = 2;

    /** The last tasks are at least this part of a task, because each costs some milliseconds of the driver. */
    private static final int SMALLEST = 8;

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
        return most < end - first ? cut(first, first + most, (int) (most / size)) : shrinking(first, end, slots);
    }

    /** Tasks that get smaller towards the end ("guided self-scheduling", Polychronopoulos and Kuck 1987). */
    private List<Span> shrinking(long first, long end, int slots) {
        List<Span> spans = new ArrayList<>();
        long smallest = Math.ceilDiv(size, SMALLEST);
        long pieces;
        for (long at = first; at < end; at += pieces) {
            long share = Math.ceilDiv(end - at, (long) SHARE * slots);
            pieces = Math.min(end - at, Math.clamp(share, smallest, size));
            spans.add(Span.of(at, at + pieces));
        }
        return spans;
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
