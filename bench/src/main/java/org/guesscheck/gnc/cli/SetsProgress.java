package org.guesscheck.gnc.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.guesscheck.gnc.cluster.ClusterProgress;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.terminal.ProgressLine;
import org.guesscheck.gnc.text.Amounts;

/** Shows how far training sets on a cluster are, which are computed side by side. */
final class SetsProgress {
    /** Below this share of the work, the time left is a guess. */
    private static final double LEAST_SHARE = 0.03;

    private final int before;
    private final int number;
    private final ProgressLine line;
    private final Map<Integer, Double> shares = new HashMap<>();
    private final long start = System.nanoTime();

    /**
     * Starts the clock.
     *
     * @param before how many sets were finished before, which do not count for the time left
     * @param number how many there are in all
     * @param line where it is shown
     */
    SetsProgress(int before, int number, ProgressLine line) {
        this.before = before;
        this.number = number;
        this.line = line;
    }

    /**
     * Takes the progress of a question about a set.
     *
     * @param set its number
     * @param part how many questions about this set are finished
     * @param of how many there are
     */
    synchronized void show(int set, int part, int of, ClusterProgress p) {
        shares.put(set, (part + (double) p.pieces() / p.wanted()) / of);
        line.show(() -> text(p), time -> Json.line(json(p, time)));
    }

    private double done() {
        return shares.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private double secondsLeft() {
        double share = done() / (number - before);
        return share < LEAST_SHARE ? Double.NaN : (System.nanoTime() - start) * 1e-9 * (1 - share) / share;
    }

    private String text(ClusterProgress p) {
        if (p.activity().executors() == 0) {
            return ClusterWork.waiting(p);
        }
        double left = secondsLeft();
        return String.format(
                Locale.ROOT,
                "%s, %.0f%%%s, %s running on %s",
                ClusterWork.count(number, "set"),
                100 * (before + done()) / number,
                left > 0 ? ", " + Amounts.time(left) + " left" : "",
                ClusterWork.count(p.activity().running(), "task"),
                ClusterWork.count(p.activity().executors(), "executor"));
    }

    private ObjectNode json(ClusterProgress p, Instant time) {
        return ProgressJson.begin("learn", time, (before + done()) / number, secondsLeft())
                .put("sets", number)
                .put("tasksRunning", p.activity().running())
                .put("executors", p.activity().executors());
    }
}
