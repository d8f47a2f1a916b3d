package org.guesscheck.gnc.config;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.guesscheck.gnc.json.Fields;
import org.guesscheck.gnc.json.Numeral;

/**
 * A place in a sweep.
 *
 * @param values a value of each axis, in the order of the axes
 */
public record Point(List<Double> values) {
    private static final String VALUE = "value";
    private static final String VALUES = "values";

    /** Keeps a copy. */
    public Point {
        values = List.copyOf(values);
    }

    /** A place on one axis. */
    public static Point of(double value) {
        return new Point(List.of(value));
    }

    /** A place of two axes. */
    public static Point of(double first, double second) {
        return new Point(List.of(first, second));
    }

    /** The value of the first axis. */
    public double first() {
        return values.getFirst();
    }

    /** The value of the last axis. */
    public double last() {
        return values.getLast();
    }

    /** Reads the place that {@link #put} wrote. */
    public static Point read(Fields fields) {
        return fields.has(VALUES) ? new Point(fields.numbers(VALUES)) : of(fields.number(VALUE));
    }

    /** Adds the place to an object. */
    public ObjectNode put(ObjectNode node) {
        if (values.size() == 1) {
            return node.set(VALUE, Numeral.node(first()));
        }
        ArrayNode list = node.putArray(VALUES);
        values.forEach(value -> list.add(Numeral.node(value)));
        return node;
    }
}
