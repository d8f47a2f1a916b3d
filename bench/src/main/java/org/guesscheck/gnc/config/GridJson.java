package org.guesscheck.gnc.config;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.guesscheck.gnc.json.Fields;
import org.guesscheck.gnc.json.Numeral;

/**
 * The axes in a config file: {@code axes}, or for a sweep of widths or depths {@code sweep}, {@code values} and {@code fixed}, as
 * the first version wrote them and this one still does.
 */
final class GridJson {
    static final String AXES = "axes";
    static final String SWEEP = "sweep";
    static final String VALUES = "values";
    static final String FIXED = "fixed";
    static final String FIGURE = "figure";

    private static final String NAME = "name";
    private static final String WITH = "with";
    private static final List<String> SIZES = List.of("width", "depth");

    private GridJson() {}

    static Grid read(Fields f) {
        if (f.has(AXES)) {
            for (String other : List.of(SWEEP, VALUES, FIXED)) {
                if (f.has(other)) {
                    throw f.error(other, "not allowed beside " + AXES + ", which says what varies");
                }
            }
            List<Fields> objects = f.objects(AXES);
            if (objects.size() > Grid.MOST_AXES) {
                throw f.error(AXES, objects.size() + " axes; one or two are allowed");
            }
            List<Axis> axes = objects.stream().map(GridJson::axis).toList();
            FigureKind figure = f.has(FIGURE)
                    ? FigureKind.labelled(f.choice(FIGURE, FigureKind.LABELS))
                    : FigureKind.usual(axes.size());
            return new Grid(axes, figure);
        }
        for (String other : List.of("width", "depth", FIGURE)) {
            if (f.has(other)) {
                throw f.error(other, "allowed beside " + AXES + " only; " + FIXED + " is the size that does not vary");
            }
        }
        SweptField field = SweptField.labelled(f.choice(SWEEP, SIZES));
        return Grid.of(new Axis(
                field, f.integers(VALUES, 1).stream().map(v -> (double) v).toList()));
    }

    private static Axis axis(Fields any) {
        Fields f = any.only(List.of(NAME, VALUES, WITH));
        SweptField field = field(f);
        List<Axis.Companion> with = f.has(WITH)
                ? f.objects(WITH).stream()
                        .map(inner -> inner.only(List.of(NAME, VALUES)))
                        .map(inner -> new Axis.Companion(field(inner), values(inner, field(inner))))
                        .toList()
                : List.of();
        return new Axis(field, values(f, field), with);
    }

    private static SweptField field(Fields f) {
        return SweptField.labelled(f.choice(NAME, SweptField.LABELS));
    }

    private static List<Double> values(Fields f, SweptField field) {
        f.items(VALUES);
        List<Double> values = f.numbers(VALUES);
        for (double value : values) {
            field.fault(value).ifPresent(fault -> {
                throw f.error(VALUES, field.label() + " " + fault);
            });
        }
        return values;
    }

    /** The size of the network that the file gives: of the axes' own the first value, which the axes set again. */
    static int size(Fields f, Grid grid, SweptField field) {
        if (!f.has(AXES)) {
            return f.integer(FIXED, 1);
        }
        return grid.sets(field.field()) ? 1 : f.integer(field.field(), 1);
    }

    static void write(ObjectNode node, SweepConfig c) {
        if (isOfTheFirstVersion(c.grid())) {
            Axis axis = c.axis();
            boolean widths = axis.field() == SweptField.WIDTH;
            node.put(SWEEP, axis.field().label());
            numbers(node.putArray(VALUES), axis.values());
            node.put(FIXED, widths ? c.network().depth() : c.network().width());
            return;
        }
        ArrayNode list = node.putArray(AXES);
        for (Axis axis : c.axes()) {
            ObjectNode one = list.addObject().put(NAME, axis.field().label());
            numbers(one.putArray(VALUES), axis.values());
            if (!axis.with().isEmpty()) {
                ArrayNode with = one.putArray(WITH);
                for (Axis.Companion companion : axis.with()) {
                    ObjectNode other =
                            with.addObject().put(NAME, companion.field().label());
                    numbers(other.putArray(VALUES), companion.values());
                }
            }
        }
        node.put(FIGURE, c.grid().figure().label());
        node.put("width", c.network().width()).put("depth", c.network().depth());
    }

    private static boolean isOfTheFirstVersion(Grid grid) {
        return grid.axes().size() == 1
                && SIZES.contains(grid.axes().getFirst().field().label())
                && grid.axes().getFirst().with().isEmpty();
    }

    private static void numbers(ArrayNode list, List<Double> values) {
        values.forEach(value -> list.add(Numeral.node(value)));
    }
}
