package org.guesscheck.bench.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.guesscheck.bench.json.Json;
import org.guesscheck.core.sampler.Diagnostics;
import org.guesscheck.core.sampler.GeneralizationLoss;
import org.guesscheck.core.sampler.Posterior;
import org.guesscheck.core.sampler.ThresholdEstimate;

/** A posterior for machines and for people; what is unknown is null, or said to be unknown. */
final class PosteriorOutput {
    private PosteriorOutput() {}

    static ObjectNode json(Posterior p) {
        ObjectNode node = Json.object();
        node.put("sampler", p.sampler()).put("backend", p.backend()).put("threads", p.threads());
        node.put("seed", p.seed()).put("draws", p.draws());
        Json.put(node, "elapsedSeconds", p.elapsedSeconds());
        Json.put(node, "drawsPerSecond", p.draws() / p.elapsedSeconds());
        ObjectNode prior = node.putObject("prior").putObject("generalizationLoss");
        Json.put(prior, "mean", p.prior().mean());
        Json.put(prior, "standardError", p.prior().standardError());
        prior.put("sample", p.prior().sample());
        ArrayNode thresholds = node.putArray("thresholds");
        p.thresholds().forEach(threshold -> thresholds.add(json(threshold)));
        node.set("diagnostics", json(p.diagnostics()));
        node.put("digest", p.digest());
        return node;
    }

    private static ObjectNode json(Diagnostics d) {
        ObjectNode node = Json.object();
        node.put("trustworthy", d.trustworthy());
        ArrayNode reasons = node.putArray("reasons");
        d.reasons().forEach(reasons::add);
        ArrayNode notes = node.putArray("notes");
        d.notes().forEach(notes::add);
        d.values().forEach((name, value) -> Json.put(node, name, value));
        d.series().forEach((name, numbers) -> {
            ArrayNode array = node.putArray(name);
            numbers.forEach(number -> Json.add(array, number));
        });
        return node;
    }

    private static ObjectNode json(ThresholdEstimate e) {
        ObjectNode node = Json.object();
        node.put("eps", e.eps());
        if (e.accepted() == Math.rint(e.accepted())) {
            node.put("accepted", (long) e.accepted());
        } else {
            Json.put(node, "accepted", e.accepted());
        }
        ObjectNode probability = node.putObject("probability");
        Json.put(probability, "estimate", e.probability());
        Json.put(probability, "low", e.probabilityLow());
        Json.put(probability, "high", e.probabilityHigh());
        if (e.generalizationLoss().isEmpty()) {
            return node.putNull("generalizationLoss");
        }
        GeneralizationLoss loss = e.generalizationLoss().get();
        ObjectNode inner = node.putObject("generalizationLoss");
        Json.put(inner, "mean", loss.mean());
        Json.put(inner, "standardError", loss.standardError());
        Json.put(inner, "low", loss.low());
        Json.put(inner, "high", loss.high());
        ObjectNode quantiles = inner.putObject("quantiles");
        loss.quantiles().forEach((share, value) -> Json.put(quantiles, share.toString(), value));
        return node;
    }

    static String text(Posterior p) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s: %d draws in %.2f s (%.3g draws/s) on %s, %d threads%nprior: generalization loss %.5g +- %.2g",
                p.sampler(),
                p.draws(),
                p.elapsedSeconds(),
                p.draws() / p.elapsedSeconds(),
                p.backend(),
                p.threads(),
                p.prior().mean(),
                p.prior().standardError()));
        for (ThresholdEstimate e : p.thresholds()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%neps %s: %.0f accepted, probability %.4g (%.4g to %.4g), ",
                    e.eps(),
                    e.accepted(),
                    e.probability(),
                    e.probabilityLow(),
                    e.probabilityHigh()));
            text.append(e.generalizationLoss().map(PosteriorOutput::text).orElse("generalization loss unknown"));
        }
        p.diagnostics().notes().forEach(note -> text.append(String.format("%nnote: %s", note)));
        p.diagnostics().reasons().forEach(reason -> text.append(String.format("%nNOT TRUSTWORTHY: %s", reason)));
        return text.append(String.format("%ndigest %s", p.digest())).toString();
    }

    private static String text(GeneralizationLoss loss) {
        return Double.isFinite(loss.standardError())
                ? String.format(
                        Locale.ROOT,
                        "generalization loss %.5g +- %.2g (%.5g to %.5g)",
                        loss.mean(),
                        loss.standardError(),
                        loss.low(),
                        loss.high())
                : String.format(Locale.ROOT, "generalization loss %.5g (error unknown)", loss.mean());
    }
}
