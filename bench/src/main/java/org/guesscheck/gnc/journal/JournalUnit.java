package org.guesscheck.gnc.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
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

    /** Reads the unit of a line. */
    static JournalUnit read(Fields line) {
        String method = line.choice(UNIT, List.of(GUESS_AND_CHECK, GRADIENT_DESCENT));
        return new JournalUnit(method, CellId.read(line));
    }

    /** The result of a line. */
    static ObjectNode result(Fields line) {
        return line.object(RESULT).node();
    }

    /** The line of a result. */
    ObjectNode line(ObjectNode result) {
        ObjectNode line = cell.put(Json.object().put(UNIT, method));
        line.set(RESULT, result);
        return line;
    }
}
