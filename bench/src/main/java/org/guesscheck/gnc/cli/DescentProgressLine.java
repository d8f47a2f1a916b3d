package org.guesscheck.gnc.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import org.guesscheck.core.descent.DescentProgress;
import org.guesscheck.core.descent.EnsembleProgress;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.terminal.ProgressLine;
import org.guesscheck.gnc.text.Amounts;

/** Shows how far gradient descent is: its share of the work, the time left at the speed until now, and the epochs a second. */
final class DescentProgressLine {
    private final ProgressLine line;

    DescentProgressLine(ProgressLine line) {
        this.line = line;
    }

    /** One run. */
    void show(DescentProgress p) {
        if (p.seconds() > 0 && p.epochs() < p.total()) {
            line.show(() -> text(p), time -> Json.line(json(time, p.epochs(), p.total(), p.seconds())));
        }
    }

    /** Many runs. */
    void show(EnsembleProgress p) {
        if (p.seconds() > 0 && p.finished() < p.runs()) {
            line.show(
                    () -> text(p),
                    time -> Json.line(json(time, p.epochs(), p.expectedEpochs(), p.seconds())
                            .put("runs", p.runs())
                            .put("runsDone", p.finished())));
        }
    }

    private static ObjectNode json(Instant time, long epochs, long total, double seconds) {
        double rate = epochs / seconds;
        ObjectNode node = ProgressJson.begin("descend", time, (double) epochs / total, (total - epochs) / rate);
        node.put("epochs", epochs).put("epochsExpected", total);
        Json.put(node, "epochsPerSecond", rate);
        return node;
    }

    static String text(DescentProgress p) {
        return left(p.epochs(), p.total(), p.seconds());
    }

    static String text(EnsembleProgress p) {
        return String.format(
                Locale.ROOT,
                "%d of %d runs, %s",
                p.finished(),
                p.runs(),
                left(p.epochs(), p.expectedEpochs(), p.seconds()));
    }

    private static String left(long epochs, long total, double seconds) {
        double rate = epochs / seconds;
        return String.format(
                Locale.ROOT,
                "%.0f%%%s, %s epochs/s",
                100.0 * epochs / total,
                rate > 0 ? ", " + Amounts.time((total - epochs) / rate) + " left" : "",
                Amounts.rate(rate));
    }
}
