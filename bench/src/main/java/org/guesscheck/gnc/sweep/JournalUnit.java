package org.guesscheck.gnc.sweep;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.guesscheck.gnc.json.Fields;
import org.guesscheck.gnc.json.Json;

/**
 * A unit of work, as the line of a journal names it.
 *
 * @param method guess and check or gradient descent, as {@link Failure} names them
 * @param cell where
 */
record JournalUnit(String method, CellId cell) {
    private static final String UNIT = "unit";

    /** The text that every such line begins with. */
    static final String BEGINNING = "{\"" + UNIT + "\":\"";

    private static final String RESULT = "result";

    /** Reads the unit of a line. */
    static JournalUnit read(Fields line) {
        String method = line.choice(UNIT, List.of(Failure.GUESS_AND_CHECK, Failure.GRADIENT_DESCENT));
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
