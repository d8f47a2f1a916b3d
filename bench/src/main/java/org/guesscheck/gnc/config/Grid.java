package org.guesscheck.gnc.config;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The places that a sweep goes through.
 *
 * @param axes one or two
 * @param figure how the figure shows them
 */
public record Grid(List<Axis> axes, FigureKind figure) {
    /** More axes have no figure. */
    public static final int MOST_AXES = 2;

    /** Keeps a copy. */
    public Grid {
        axes = List.copyOf(axes);
    }

    /** With the usual figure. */
    public static Grid of(Axis... axes) {
        return new Grid(List.of(axes), FigureKind.usual(axes.length));
    }

    /** The names of its axes, such as width and depth. */
    public String label() {
        return axes.stream().map(axis -> axis.field().label()).collect(Collectors.joining(" and "));
    }

    /** Whether an axis varies a field. */
    public boolean varies(SweptField field) {
        return fields().contains(field);
    }

    /** All places, the last axis changing fastest. */
    public List<Point> points() {
        Stream<Double> first = axes.getFirst().values().stream();
        return axes.size() == 1
                ? first.map(Point::of).toList()
                : first.flatMap(a -> axes.getLast().values().stream().map(b -> Point.of(a, b)))
                        .toList();
    }

    /** The place that has the first value of each axis. */
    Point first() {
        return new Point(axes.stream().map(axis -> axis.values().getFirst()).toList());
    }

    /** How many places there are. */
    public long size() {
        return axes.stream().mapToLong(axis -> axis.values().size()).reduce(1, (a, b) -> a * b);
    }

    /** Every field that changes between places. */
    public List<SweptField> fields() {
        return axes.stream()
                .flatMap(axis -> Stream.concat(
                        Stream.of(axis.field()), axis.with().stream().map(Axis.Companion::field)))
                .toList();
    }

    /** Whether a field of a config file changes between places. */
    boolean sets(String field) {
        return fields().stream().anyMatch(swept -> swept.fields().contains(field));
    }

    /** The recipe at a place. */
    CellRecipe set(CellRecipe recipe, Point point) {
        CellRecipe changed = recipe;
        for (int i = 0; i < axes.size(); i++) {
            changed = axes.get(i).set(changed, point.values().get(i));
        }
        return changed;
    }
}
