package org.guesscheck.gnc.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import org.guesscheck.core.sampler.ConditionalSampler;
import org.guesscheck.core.sampler.Progress;
import org.guesscheck.core.sampler.RejectionSampler;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.terminal.ProgressLine;
import org.guesscheck.gnc.text.Amounts;

/** Shows how far a sampler is: its share of the draws, the time left, the draws a second and the accepted draws. */
final class SamplerProgress implements Consumer<Progress> {
    private final String sampler;
    private final ProgressLine line;

    SamplerProgress(String sampler, ProgressLine line) {
        this.sampler = sampler;
        this.line = line;
    }

    @Override
    public void accept(Progress p) {
        if (p.seconds() > 0) {
            line.show(() -> text(p), time -> Json.line(json(p, time)));
        }
    }

    private ObjectNode json(Progress p, Instant time) {
        double rate = p.draws() / p.seconds();
        ObjectNode node =
                ProgressJson.begin("estimate", time, (double) p.draws() / p.total(), (p.total() - p.draws()) / rate);
        node.put("draws", p.draws()).put("drawsExpected", p.total());
        Json.put(node, "drawsPerSecond", rate);
        return counts(sampler) ? node.put("accepted", p.accepted()) : node.putNull("accepted");
    }

    private String text(Progress p) {
        double rate = p.draws() / p.seconds();
        return String.format(
                Locale.ROOT,
                "%.0f%%%s, %s draws/s%s",
                100.0 * p.draws() / p.total(),
                rate > 0 ? ", " + Amounts.time((p.total() - p.draws()) / rate) + " left" : "",
                Amounts.rate(rate),
                accepted(sampler, p.accepted()));
    }

    /** The accepted draws until now; empty for samplers that know no such number before their end. */
    static String accepted(String sampler, long number) {
        return counts(sampler) ? ", " + PosteriorText.accepted(sampler, number) : "";
    }

    private static boolean counts(String sampler) {
        return sampler.equals(RejectionSampler.NAME) || sampler.equals(ConditionalSampler.NAME);
    }
}
