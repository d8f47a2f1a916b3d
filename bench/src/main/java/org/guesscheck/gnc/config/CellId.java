package org.guesscheck.gnc.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.guesscheck.gnc.json.Fields;
import org.guesscheck.gnc.json.Numeral;

/**
 * The name of a cell of a sweep, which is a trial at a place. This class alone says how it is written in files and in messages,
 * and reads it again.
 *
 * @param trial number of the trial, from 0
 * @param value a value of each axis, such as a width
 */
public record CellId(int trial, Point value) {
    /** The field of JSON and the column of tables that has the trial. */
    public static final String TRIAL = "trial";

    /** A cell of a sweep of one axis. */
    public CellId(int trial, double value) {
        this(trial, Point.of(value));
    }

    /** All cells of a sweep in their order, trial by trial. */
    public static List<CellId> all(SweepConfig config) {
        List<Point> points = config.grid().points();
        return IntStream.range(0, config.trials().count())
                .boxed()
                .flatMap(trial -> points.stream().map(point -> new CellId(trial, point)))
                .toList();
    }

    /** The columns of tables that have the values. */
    public static List<String> valueColumns(SweepConfig config) {
        return config.axes().stream().map(axis -> axis.field().column()).toList();
    }

    /** Reads the cell that {@link #put} wrote. */
    public static CellId read(Fields fields) {
        return new CellId(fields.integer(TRIAL, 0), Point.read(fields));
    }

    /** Adds the cell to an object. */
    public ObjectNode put(ObjectNode node) {
        return value.put(node.put(TRIAL, trial));
    }

    /** The cell for people, who count trials from 1: trial 2/8 width 40. */
    public String inWords(SweepConfig config) {
        String place = IntStream.range(0, config.axes().size())
                .mapToObj(i -> config.axes().get(i).field().label() + " "
                        + Numeral.text(value.values().get(i)))
                .collect(Collectors.joining(" "));
        return "trial " + (trial + 1) + "/" + config.trials().count() + " " + place;
    }
}
