package org.guesscheck.gnc.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;
import org.guesscheck.gnc.json.Fields;

/**
 * The name of a cell of a sweep, which is a trial at a value of the axis. This class alone says how it is written in files and
 * in messages, and reads it again.
 *
 * @param trial number of the trial, from 0
 * @param value of the axis, such as a width
 */
public record CellId(int trial, int value) {
    /** The field of JSON and the column of tables that has the trial. */
    public static final String TRIAL = "trial";

    private static final String VALUE = "value";

    /** All cells of a sweep in their order, trial by trial. */
    public static List<CellId> all(SweepConfig config) {
        return IntStream.range(0, config.trials().count())
                .boxed()
                .flatMap(trial -> config.axis().values().stream().map(value -> new CellId(trial, value)))
                .toList();
    }

    /** The column of tables that has the value. */
    public static String valueColumn(SweepConfig config) {
        return config.axis().field().label();
    }

    /** Reads what {@link #put} wrote. */
    public static CellId read(Fields fields) {
        return new CellId(fields.integer(TRIAL, 0), fields.integer(VALUE, 1));
    }

    /** Adds the cell to an object. */
    public ObjectNode put(ObjectNode node) {
        return node.put(TRIAL, trial).put(VALUE, value);
    }

    /** The cell for people, who count trials from 1: trial 2/8 width 40. */
    public String inWords(SweepConfig config) {
        return "trial " + (trial + 1) + "/" + config.trials().count() + " "
                + config.axis().field().label() + " " + value;
    }
}
