package org.guesscheck.gnc.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.guesscheck.core.estimate.Interval;
import org.guesscheck.core.posterior.Diagnostics;
import org.guesscheck.core.posterior.Execution;
import org.guesscheck.core.posterior.GeneralizationLoss;
import org.guesscheck.core.posterior.Origin;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.posterior.PriorMean;
import org.guesscheck.core.posterior.ThresholdEstimate;
import org.guesscheck.core.sampler.RejectionSampler;
import org.guesscheck.gnc.text.InputException;

/** A posterior as JSON, what is unknown as null: what gnc estimate prints and a sweep's journal keeps. */
public final class PosteriorJson {
    private static final String TRUSTWORTHY = "trustworthy";
    private static final String REASONS = "reasons";
    private static final String NOTES = "notes";

    private PosteriorJson() {}

    /** All of it but the accepted draws, which the digest stands for. */
    public static ObjectNode write(Posterior p) {
        ObjectNode node = Json.object();
        Origin origin = p.origin();
        Execution execution = p.execution();
        node.put("sampler", origin.sampler())
                .put("backend", execution.backend())
                .put("threads", execution.threads());
        node.put("seed", origin.seed()).put("draws", origin.draws());
        Json.put(node, "elapsedSeconds", execution.seconds());
        Json.put(node, "drawsPerSecond", origin.draws() / execution.seconds());
        ObjectNode prior = node.putObject("prior").putObject("generalizationLoss");
        Json.put(prior, "mean", p.prior().mean());
        Json.put(prior, "standardError", p.prior().standardError());
        prior.put("sample", p.prior().sample());
        ArrayNode thresholds = node.putArray("thresholds");
        boolean counted = origin.sampler().equals(RejectionSampler.NAME);
        p.thresholds().forEach(threshold -> thresholds.add(write(threshold, counted)));
        node.set("diagnostics", write(p.diagnostics()));
        node.put("digest", origin.digest());
        return node;
    }

    /**
     * What {@link #write} wrote, without accepted draws; numbers that were not finite are NaN.
     *
     * @throws InputException if a field is missing or of another kind
     */
    public static Posterior read(ObjectNode node, String file) {
        Fields f = new Fields(file, "", node);
        Fields prior = f.object("prior").object("generalizationLoss");
        List<ThresholdEstimate> thresholds =
                f.objects("thresholds").stream().map(PosteriorJson::threshold).toList();
        return new Posterior(
                new Origin(f.text("sampler"), f.whole("seed"), f.count("draws", 0), f.text("digest")),
                new Execution(f.text("backend"), f.integer("threads", 1), f.numberOrNull("elapsedSeconds")),
                new PriorMean(
                        prior.numberOrNull("mean"), prior.numberOrNull("standardError"), prior.count("sample", 0)),
                thresholds,
                List.of(),
                diagnostics(f.object("diagnostics")));
    }

    static ObjectNode write(Diagnostics d) {
        ObjectNode node = Json.object();
        node.put(TRUSTWORTHY, d.trustworthy());
        ArrayNode reasons = node.putArray(REASONS);
        d.reasons().forEach(reasons::add);
        ArrayNode notes = node.putArray(NOTES);
        d.notes().forEach(notes::add);
        d.values().forEach((name, value) -> Json.put(node, name, value));
        d.series().forEach((name, numbers) -> {
            ArrayNode array = node.putArray(name);
            numbers.forEach(number -> Json.add(array, number));
        });
        return node;
    }

    static Diagnostics diagnostics(Fields f) {
        Diagnostics.Builder builder = new Diagnostics.Builder();
        f.texts(REASONS).forEach(builder::doubt);
        f.texts(NOTES).forEach(builder::note);
        for (String name : f.names()) {
            if (List.of(TRUSTWORTHY, REASONS, NOTES).contains(name)) {
                continue;
            }
            JsonNode value = f.value(name);
            if (value.isArray()) {
                List<Double> numbers = new ArrayList<>();
                value.forEach(item -> numbers.add(item.isNull() ? Double.NaN : item.doubleValue()));
                builder.series(name, numbers);
            } else {
                builder.value(name, f.numberOrNull(name));
            }
        }
        return builder.build();
    }

    private static ObjectNode write(ThresholdEstimate e, boolean counted) {
        ObjectNode node = Json.object();
        node.put("eps", e.eps());
        if (e.accepted() == Math.rint(e.accepted())) {
            node.put("accepted", (long) e.accepted());
        } else {
            Json.put(node, "accepted", e.accepted());
        }
        // Who reads the number alone would take it for a count.
        node.put("acceptedIsEffective", !counted);
        ObjectNode probability = node.putObject("probability");
        Json.put(probability, "estimate", e.probability());
        write(e.probabilityInterval(), probability);
        if (e.generalizationLoss().isEmpty()) {
            return node.putNull("generalizationLoss");
        }
        GeneralizationLoss loss = e.generalizationLoss().get();
        ObjectNode inner = node.putObject("generalizationLoss");
        Json.put(inner, "mean", loss.mean());
        Json.put(inner, "standardError", loss.standardError());
        write(loss.interval(), inner);
        ObjectNode quantiles = inner.putObject("quantiles");
        loss.quantiles().forEach((share, value) -> Json.put(quantiles, share.toString(), value));
        return node;
    }

    private static ThresholdEstimate threshold(Fields f) {
        Fields probability = f.object("probability");
        return new ThresholdEstimate(
                f.number("eps"),
                f.numberOrNull("accepted"),
                probability.numberOrNull("estimate"),
                interval(probability),
                f.has("generalizationLoss") ? Optional.of(loss(f.object("generalizationLoss"))) : Optional.empty());
    }

    private static GeneralizationLoss loss(Fields f) {
        return new GeneralizationLoss(
                f.numberOrNull("mean"), f.numberOrNull("standardError"), interval(f), quantiles(f.object("quantiles")));
    }

    static SortedMap<Double, Double> quantiles(Fields shares) {
        SortedMap<Double, Double> quantiles = new TreeMap<>();
        for (String share : shares.names()) {
            try {
                quantiles.put(Double.valueOf(share), shares.numberOrNull(share));
            } catch (NumberFormatException e) {
                throw shares.error(share, "not the share of a quantile");
            }
        }
        return quantiles;
    }

    static void write(Interval interval, ObjectNode node) {
        Json.put(node, "low", interval.low());
        Json.put(node, "high", interval.high());
    }

    static Interval interval(Fields f) {
        return new Interval(f.numberOrNull("low"), f.numberOrNull("high"));
    }
}
