package org.guesscheck.gnc.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.guesscheck.core.posterior.GeneralizationLoss;
import org.guesscheck.core.posterior.ThresholdEstimate;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.sweep.Cell;
import org.guesscheck.gnc.sweep.Failure;
import org.guesscheck.gnc.sweep.Unfitted;
import org.guesscheck.gnc.terminal.ProgressLine;

/** A finished cell in one line, for people and for programs. */
final class CellText {
    private final ProgressLine line;

    /** Takes the place where the text is shown, which says how warnings look. */
    CellText(ProgressLine line) {
        this.line = line;
    }

    String of(SweepConfig config, Cell cell) {
        return String.format(
                Locale.ROOT,
                "%s %s: guess and check %s, prior %s%s",
                config.title(),
                cell.id().inWords(config),
                cell.failure(Failure.GUESS_AND_CHECK).map(this::failed).orElseGet(() -> guess(cell)),
                Double.isFinite(cell.priorMean()) ? String.format(Locale.ROOT, "%.4g", cell.priorMean()) : "unknown",
                config.descent().none() ? "" : ", gradient descent " + descended(config, cell));
    }

    private String descended(SweepConfig config, Cell cell) {
        return cell.failure(Failure.GRADIENT_DESCENT).map(this::failed).orElseGet(() -> descent(config, cell));
    }

    private String failed(String reason) {
        return line.warning("FAILED") + " (" + reason + ")";
    }

    private String guess(Cell cell) {
        String sampler = cell.posterior().orElseThrow().origin().sampler();
        String how = sampler + (cell.doubtful() ? ", " + line.warning("NOT TRUSTWORTHY") : "");
        return Double.isFinite(cell.posteriorMean())
                ? String.format(
                        Locale.ROOT,
                        "%.4g (%s, %s)",
                        cell.posteriorMean(),
                        PosteriorText.accepted(sampler, cell.accepted()),
                        how)
                : "none accepted (" + how + ")";
    }

    private String descent(SweepConfig config, Cell cell) {
        String mark = cell.unfitted()
                ? " (" + line.warning(config.descent().climbs() ? "DOES NOT FIT" : "NOT CONVERGED") + ", "
                        + Unfitted.loss(cell.descent().orElseThrow()) + ")"
                : "";
        return String.format(Locale.ROOT, "%.4g%s", cell.descentLoss(), mark);
    }

    static ObjectNode json(Cell cell) {
        ObjectNode node = cell.id().put(Json.object());
        Json.put(node, "mean", cell.posteriorMean());
        Json.put(
                node,
                "standardError",
                cell.estimate()
                        .flatMap(ThresholdEstimate::generalizationLoss)
                        .map(GeneralizationLoss::standardError)
                        .orElse(Double.NaN));
        Json.put(node, "accepted", cell.accepted());
        Json.put(node, "prior", cell.priorMean());
        Json.put(node, "gradientDescent", cell.descentLoss());
        node.put("trustworthy", !cell.doubtful()).put("descentFits", !cell.unfitted());
        ArrayNode failures = node.putArray("failures");
        cell.failures().forEach(failure -> failures.add(failure.method() + ": " + failure.reason()));
        return node;
    }
}
