package org.guesscheck.gnc.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.guesscheck.core.posterior.GeneralizationLoss;
import org.guesscheck.core.posterior.ThresholdEstimate;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.sweep.Cell;

/** How good the cells are that a sweep has finished since its start: the error of their estimates, and how many failed or are marked. */
final class FinishedCells {
    /** Standard errors of the mean generalization loss of accepted draws, each as a share of that mean; sorted. */
    private final List<Double> errors = new ArrayList<>();

    private int count;
    private int failed;
    private int marked;
    private long accepted;

    void add(Cell cell) {
        count++;
        failed += cell.failed() ? 1 : 0;
        marked += cell.doubtful() || cell.unfitted() ? 1 : 0;
        accepted += Math.round(cell.accepted());
        cell.estimate()
                .flatMap(ThresholdEstimate::generalizationLoss)
                .map(FinishedCells::relativeError)
                .filter(Double::isFinite)
                .ifPresent(this::insert);
    }

    private static double relativeError(GeneralizationLoss loss) {
        return loss.standardError() / loss.mean();
    }

    private void insert(double error) {
        int place = Collections.binarySearch(errors, error);
        errors.add(place < 0 ? -place - 1 : place, error);
    }

    int count() {
        return count;
    }

    long accepted() {
        return accepted;
    }

    private double median() {
        return errors.isEmpty() ? Double.NaN : errors.get((errors.size() - 1) / 2);
    }

    private double largest() {
        return errors.isEmpty() ? Double.NaN : errors.getLast();
    }

    /** For a line that goes on: failures, marks and the error. */
    String inWords() {
        StringBuilder words = new StringBuilder();
        if (failed > 0) {
            words.append(", ").append(failed).append(" failed");
        }
        if (marked > 0) {
            words.append(", ").append(marked).append(" marked");
        }
        if (!errors.isEmpty()) {
            words.append(", error ").append(percent(median()));
            if (errors.size() > 1) {
                words.append(" (at most ").append(percent(largest())).append(')');
            }
        }
        return words.toString();
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, share < 0.0995 ? "%.2g%%" : "%.0f%%", 100 * share);
    }

    /** The same as fields. */
    void put(ObjectNode node) {
        node.put("failed", failed).put("marked", marked);
        ObjectNode error = node.putObject("relativeError");
        Json.put(error, "median", median());
        Json.put(error, "largest", largest());
    }
}
