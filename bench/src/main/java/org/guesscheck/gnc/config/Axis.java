package org.guesscheck.gnc.config;

import java.util.Arrays;
import java.util.List;

/**
 * The axis of a sweep.
 *
 * @param field what varies
 * @param values its values, at least one and each once, in the order of the figure
 */
public record Axis(SweptField field, List<Integer> values) {
    /** Keeps a copy. */
    public Axis {
        values = List.copyOf(values);
    }

    static Axis of(SweptField field, int... values) {
        return new Axis(field, Arrays.stream(values).boxed().toList());
    }

    /** A setting that is listed once for all values or once for each. */
    double setting(List<Double> settings, int value) {
        return settings.size() == 1 ? settings.getFirst() : settings.get(values.indexOf(value));
    }
}
