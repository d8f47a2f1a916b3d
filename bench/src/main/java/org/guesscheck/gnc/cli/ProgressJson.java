package org.guesscheck.gnc.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.guesscheck.gnc.json.Json;

/** The fields that all objects of {@code --progress json} begin with. */
final class ProgressJson {
    private ProgressJson() {}

    /**
     * Begins an object.
     *
     * @param command the command that is at work
     * @param share of the work that is done
     * @param left seconds that are left; NaN where that is not known
     */
    static ObjectNode begin(String command, Instant time, double share, double left) {
        ObjectNode node = Json.object()
                .put("progress", command)
                .put("time", time.truncatedTo(ChronoUnit.MILLIS).toString());
        Json.put(node, "share", share);
        Json.put(node, "secondsLeft", left);
        return node;
    }
}
