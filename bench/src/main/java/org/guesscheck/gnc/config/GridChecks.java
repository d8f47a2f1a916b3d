package org.guesscheck.gnc.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What must hold between the axes of a sweep. */
final class GridChecks {
    /** More cells would fill memory before the sweep began. */
    private static final long MOST_CELLS = 1_000_000;

    private GridChecks() {}

    static void check(SweepConfig c, Checker checker) {
        Grid grid = c.grid();
        String field = checker.has(GridJson.AXES) ? GridJson.AXES : GridJson.VALUES;
        List<String> set =
                grid.fields().stream().flatMap(swept -> swept.fields().stream()).toList();
        Optional<String> twice = set.stream()
                .filter(name -> set.indexOf(name) != set.lastIndexOf(name))
                .findFirst();
        checker.require(twice.isEmpty(), field, twice.orElse("") + " varies twice; each field once is allowed");
        for (Axis axis : grid.axes()) {
            String name = grid.axes().size() == 1 ? "" : axis.field().label() + ": ";
            int values = axis.values().size();
            checker.require(
                    axis.values().stream().distinct().count() == values,
                    field,
                    name + "every value only once is allowed");
            for (Axis.Companion with : axis.with()) {
                checker.require(
                        with.values().size() == values,
                        field,
                        with.field().label() + " has " + with.values().size() + " values beside " + values + " of "
                                + axis.field().label() + "; as many are allowed");
            }
        }
        long places = grid.size();
        checker.require(
                c.trials().count() <= MOST_CELLS / places,
                "trials",
                c.trials().count() + " for each of " + places + " values; at most " + MOST_CELLS
                        + " are allowed in all");
        boolean one = grid.axes().size() == 1;
        checker.require(
                !one || grid.figure() == FigureKind.CURVES,
                GridJson.FIGURE,
                grid.figure().label() + " with one axis; curves is allowed");
        if (c.problem().own().isPresent()) {
            Stream.of(SweptField.ROWS, SweptField.COLS, SweptField.RANK, SweptField.MEASUREMENTS)
                    .filter(its -> grid.sets(its.field()))
                    .findFirst()
                    .ifPresent(its -> checker.require(
                            false,
                            field,
                            its.label() + " with a problem from a file; width, depth, eps and negative-slope are"
                                    + " allowed"));
        }
    }
}
