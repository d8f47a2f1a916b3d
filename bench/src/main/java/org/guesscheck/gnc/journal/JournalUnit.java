package org.guesscheck.gnc.journal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.guesscheck.gnc.cluster.MachineShare;
import org.guesscheck.gnc.config.CellId;
import org.guesscheck.gnc.json.Fields;
import org.guesscheck.gnc.json.Json;

/**
 * A unit of work, as the line of a journal names it.
 *
 * @param method guess and check or gradient descent
 * @param cell where
 */
public record JournalUnit(String method, CellId cell) {
    /** The method that draws. */
    public static final String GUESS_AND_CHECK = "guess and check";

    /** The method that descends. */
    public static final String GRADIENT_DESCENT = "gradient descent";

    private static final String UNIT = "unit";

    /** The text that every such line begins with. */
    static final String BEGINNING = "{\"" + UNIT + "\":\"";

    private static final String RESULT = "result";

    private static final String BY = "computedBy";
    private static final String HOST = "host";
    private static final String BACKEND = "backend";
    private static final String SECONDS = "seconds";

    /** Reads the unit of a line. */
    static JournalUnit read(Fields line) {
        String method = line.choice(UNIT, List.of(GUESS_AND_CHECK, GRADIENT_DESCENT));
        return new JournalUnit(method, CellId.read(line));
    }

    /** The result of a line. */
    static ObjectNode result(Fields line) {
        return line.object(RESULT).node();
    }

    /** The machines that computed a line's result; none where it was the one that wrote the line, as in journals of older versions. */
    static List<MachineShare> by(Fields line) {
        if (!line.has(BY)) {
            return List.of();
        }
        return line.objects(BY).stream()
                .map(share -> new MachineShare(share.text(HOST), share.text(BACKEND), share.numberOrNull(SECONDS)))
                .toList();
    }

    /** The line of a result that a cluster's machines computed, or this one if there are none. */
    ObjectNode line(ObjectNode result, List<MachineShare> by) {
        ObjectNode line = cell.put(Json.object().put(UNIT, method));
        line.set(RESULT, result);
        if (!by.isEmpty()) {
            ArrayNode machines = line.putArray(BY);
            by.forEach(share -> {
                ObjectNode machine =
                        machines.addObject().put(HOST, share.host()).put(BACKEND, share.backend());
                Json.put(machine, SECONDS, share.seconds());
            });
        }
        return line;
    }
}
