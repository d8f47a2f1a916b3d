package org.guesscheck.gnc.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.guesscheck.gnc.config.DescentPlan;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.journal.Rung;
import org.guesscheck.gnc.json.Numeral;

/** What a reader of a figure must know of gradient descent. */
final class DescentRemarks {
    private DescentRemarks() {}

    /**
     * The remarks, a line each.
     *
     * @param mark how the figure marks gradient descent that does not fit
     */
    static List<String> of(SweepConfig config, List<Cell> cells, String mark) {
        List<String> remarks = new ArrayList<>();
        DescentPlan plan = config.descent();
        if (plan.inits() > 1) {
            remarks.add("gradient descent of a trial: mean over " + plan.inits() + " initializations");
        }
        if (plan.climbs()) {
            remarks.add("init scale: the least of a ladder at which " + Rung.PERCENT
                    + "% of the runs end with a training loss below eps" + taken(config, cells));
        }
        if (cells.stream().anyMatch(Cell::unfitted)) {
            String reason = plan.climbs()
                    ? "no init scale of the ladder does that"
                    : plan.inits() > 1 ? "some run did not converge" : "some trial did not converge";
            remarks.add(mark + ": " + reason);
        }
        return remarks;
    }

    /** The scales along an axis, in its order. */
    private static String taken(SweepConfig config, List<Cell> cells) {
        if (config.axes().size() > 1) {
            return "";
        }
        return config.grid().points().stream()
                .map(place -> cells.stream()
                        .filter(cell -> cell.id().value().equals(place))
                        .flatMap(cell -> cell.descent().stream())
                        .flatMap(runs -> runs.rung().stream())
                        .findFirst())
                .map(rung -> rung.map(at -> Numeral.text(at.initScale())).orElse("-"))
                .collect(Collectors.joining(", ", " (", ")"));
    }
}
