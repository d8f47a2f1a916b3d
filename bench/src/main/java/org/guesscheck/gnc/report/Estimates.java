package org.guesscheck.gnc.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.guesscheck.gnc.config.CellId;
import org.guesscheck.gnc.config.Point;

/** The rows of estimates.csv, found by method and cell. */
final class Estimates {
    private final List<EstimateRow> rows;
    private final Map<String, Map<CellId, EstimateRow>> byCell = new HashMap<>();

    Estimates(List<EstimateRow> rows) {
        this.rows = List.copyOf(rows);
        rows.forEach(row ->
                byCell.computeIfAbsent(row.method(), method -> new HashMap<>()).putIfAbsent(row.cell(), row));
    }

    /** All rows, in the file's order. */
    Stream<EstimateRow> stream() {
        return rows.stream();
    }

    /** Whether a method has a row. */
    boolean has(String method) {
        return byCell.containsKey(method);
    }

    /** The row of a method and a cell. */
    Optional<EstimateRow> row(String method, CellId cell) {
        return Optional.ofNullable(byCell.getOrDefault(method, Map.of()).get(cell));
    }

    /** The rows of a method over the trials at a place of the sweep. */
    List<EstimateRow> rows(String method, Point place) {
        return rows.stream()
                .filter(row -> row.method().equals(method) && row.cell().value().equals(place))
                .toList();
    }
}
