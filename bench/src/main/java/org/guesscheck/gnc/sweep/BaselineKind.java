package org.guesscheck.gnc.sweep;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** A number that a cell is compared with, for which no network is drawn or trained. */
enum BaselineKind {
    ZERO_MATRIX(Cell::zeroMatrixLoss),
    LEAST_FROBENIUS_NORM(cell -> cell.baselines().leastFrobeniusNorm()),
    LEAST_NUCLEAR_NORM(cell -> cell.baselines().leastNuclearNorm()),
    INFINITE_WIDTH(cell -> cell.baselines().infiniteWidth());

    private final ToDoubleFunction<Cell> loss;

    BaselineKind(ToDoubleFunction<Cell> loss) {
        this.loss = loss;
    }

    /** Its name in tables. */
    String method() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its name in figures. */
    String inWords() {
        return method().replace('_', ' ').replace("frobenius", "Frobenius");
    }

    /** Its generalization loss in a cell, NaN where it is unknown. */
    double loss(Cell cell) {
        return loss.applyAsDouble(cell);
    }

    /** Whether cells of one trial have different losses. */
    boolean varies(List<Cell> cells) {
        Map<Integer, Double> ofTrial = new HashMap<>();
        return cells.stream().filter(cell -> Double.isFinite(loss(cell))).anyMatch(cell -> {
            Double before = ofTrial.putIfAbsent(cell.id().trial(), loss(cell));
            return before != null && before != loss(cell);
        });
    }
}
