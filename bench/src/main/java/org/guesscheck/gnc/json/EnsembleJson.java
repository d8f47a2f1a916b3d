package org.guesscheck.gnc.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.SortedMap;
import org.guesscheck.core.descent.EnsembleOutcome;
import org.guesscheck.core.estimate.EqualBins;
import org.guesscheck.core.estimate.Interval;

/** The outcome of many runs of gradient descent as JSON, what is unknown as null. */
public final class EnsembleJson {
    /** Bins of the histogram. */
    private static final int BINS = 30;

    private EnsembleJson() {}

    /** All of it but the runs themselves, which the digest stands for. */
    public static ObjectNode write(EnsembleResult result) {
        EnsembleOutcome outcome = result.outcome();
        ObjectNode node = Json.object();
        node.put("backend", result.computedBy()).put("threads", result.threads());
        node.put("seed", result.seed()).put("runsAsked", result.asked());
        node.put("runs", outcome.runs().size());
        Json.put(node, "elapsedSeconds", result.seconds());
        Json.put(node, "epochsPerSecond", result.epochsPerSecond());
        if (result.stopAt().isPresent()) {
            node.put("stopAt", result.stopAt().getAsDouble()).put("reached", outcome.reached());
            ObjectNode share = node.putObject("reachedShare");
            share.put("estimate", outcome.reachedShare());
            write(outcome.reachedInterval(), share);
        } else {
            node.putNull("stopAt").putNull("reached").putNull("reachedShare");
        }
        node.put("diverged", outcome.diverged());
        node.set("generalizationLoss", generalizationLoss(outcome));
        node.putObject("epochs").set("quantiles", quantiles(outcome.epochsToReach()));
        return node.put("digest", outcome.digest());
    }

    private static ObjectNode generalizationLoss(EnsembleOutcome outcome) {
        EqualBins bins = outcome.histogram(BINS).orElse(null);
        if (bins == null) {
            return null;
        }
        ObjectNode node = Json.object();
        Json.put(node, "mean", outcome.meanGeneralizationLoss());
        Json.put(node, "standardError", outcome.generalizationStandardError());
        write(outcome.generalizationInterval(), node);
        node.set("quantiles", quantiles(outcome.quantiles()));
        ObjectNode histogram = node.putObject("histogram");
        Json.put(histogram, "low", bins.low());
        Json.put(histogram, "high", bins.high());
        ArrayNode counts = histogram.putArray("counts");
        for (long count : bins.counts()) {
            counts.add(count);
        }
        histogram.put("above", bins.above());
        return node;
    }

    private static ObjectNode quantiles(SortedMap<Double, Double> values) {
        ObjectNode node = Json.object();
        values.forEach((share, value) -> node.set(share.toString(), Numeral.node(value)));
        return node;
    }

    private static void write(Interval interval, ObjectNode node) {
        Json.put(node, "low", interval.low());
        Json.put(node, "high", interval.high());
    }
}
