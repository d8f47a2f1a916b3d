package org.guesscheck.gnc.config;

import java.util.Arrays;
import java.util.List;

/**
 * An axis of a sweep.
 *
 * @param field what varies
 * @param values its values, at least one and each once, in the order of the figure
 * @param with fields that change together with it
 */
public record Axis(SweptField field, List<Double> values, List<Companion> with) {
    /**
     * A field that has a value of its own at each value of an axis.
     *
     * @param field what varies
     * @param values as many as the axis has
     */
    public record Companion(SweptField field, List<Double> values) {
        /** Keeps a copy. */
        public Companion {
            values = List.copyOf(values);
        }
    }

    /** Keeps copies. */
    public Axis {
        values = List.copyOf(values);
        with = List.copyOf(with);
    }

    /** An axis along which one field alone changes. */
    public Axis(SweptField field, List<Double> values) {
        this(field, values, List.of());
    }

    static Axis of(SweptField field, double... values) {
        return new Axis(field, list(values));
    }

    Axis with(SweptField companion, double... its) {
        List<Companion> all = new java.util.ArrayList<>(with);
        all.add(new Companion(companion, list(its)));
        return new Axis(field, values, all);
    }

    /** The recipe at a value. */
    CellRecipe set(CellRecipe recipe, double value) {
        CellRecipe changed = field.set(recipe, value);
        for (Companion companion : with) {
            changed = companion.field().set(changed, companion.values().get(values.indexOf(value)));
        }
        return changed;
    }

    /** A setting that is listed once for all values or once for each. */
    double setting(List<Double> settings, double value) {
        return settings.size() == 1 ? settings.getFirst() : settings.get(values.indexOf(value));
    }

    private static List<Double> list(double... values) {
        return Arrays.stream(values).boxed().toList();
    }
}
