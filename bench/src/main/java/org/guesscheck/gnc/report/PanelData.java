package org.guesscheck.gnc.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import org.guesscheck.gnc.config.Axis;
import org.guesscheck.gnc.config.CellId;
import org.guesscheck.gnc.config.Point;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.text.PlainText;

/** The estimates of panels for the page's scripts, as JSON that can stand inside a page. */
final class PanelData {
    /** More digits than a page shows. */
    private static final MathContext DIGITS = new MathContext(7);

    private record Method(String key, String name) {}

    /** In the order of a legend. */
    private static final List<Method> METHODS = List.of(
            new Method(PanelResult.GUESS, "guess and check"),
            new Method(PanelResult.DESCENT, "gradient descent"),
            new Method(PanelResult.PRIOR, "prior"),
            new Method("zero_matrix", "zero matrix"),
            new Method("least_frobenius_norm", "least Frobenius norm"),
            new Method("least_nuclear_norm", "least nuclear norm"),
            new Method("infinite_width", "infinite width"));

    private PanelData() {}

    /** Whether there is a number to draw. */
    static boolean exists(PanelResult panel) {
        return panel.estimates().stream()
                .anyMatch(row -> Double.isFinite(row.loss().value()));
    }

    /** The panels of a figure; a name is left out where there is one panel. */
    static String of(List<Placed> members) {
        ObjectNode node = Json.object();
        ArrayNode panels = node.putArray("panels");
        for (Placed placed : members) {
            add(
                    panels.addObject().put("name", members.size() == 1 ? "" : PlainText.of(placed.directory())),
                    placed.panel());
        }
        return inside(node);
    }

    /** JSON that can stand inside a page. */
    static String inside(ObjectNode node) {
        return Json.line(node).replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e");
    }

    private static void add(ObjectNode node, PanelResult panel) {
        node.put("figure", panel.config().grid().figure().name().toLowerCase(Locale.ROOT));
        node.put("trials", panel.config().trials().count());
        ArrayNode axes = node.putArray("axes");
        for (Axis axis : panel.config().axes()) {
            ArrayNode values =
                    axes.addObject().put("label", axis.field().label()).putArray("values");
            axis.values().forEach(values::add);
        }
        ArrayNode methods = node.putArray("methods");
        for (Method method : METHODS) {
            if (panel.estimates().has(method.key())) {
                boolean shown = !method.key().equals(PanelResult.PRIOR)
                        || panel.config().besidePrior();
                ObjectNode told = methods.addObject()
                        .put("key", method.key())
                        .put("name", method.name())
                        .put("shown", shown);
                estimates(told.putArray("estimates"), panel, method.key());
            }
        }
    }

    /** For each place of the sweep, an object for each trial. */
    private static void estimates(ArrayNode places, PanelResult panel, String method) {
        for (Point place : panel.config().grid().points()) {
            ArrayNode trials = places.addArray();
            for (int trial = 0; trial < panel.config().trials().count(); trial++) {
                panel.row(method, new CellId(trial, place))
                        .ifPresentOrElse(row -> add(trials.addObject(), panel, row), trials::addNull);
            }
        }
    }

    private static void add(ObjectNode node, PanelResult panel, EstimateRow row) {
        EstimateRow.Guess guess = row.guess();
        put(node, "mean", row.loss().value());
        put(node, "low", row.loss().low());
        put(node, "high", row.loss().high());
        put(node, "probability", guess.probability().value());
        put(node, "probabilityLow", guess.probability().low());
        put(node, "probabilityHigh", guess.probability().high());
        put(node, "accepted", guess.accepted());
        put(node, "draws", guess.draws());
        put(node, "trainingLoss", row.training().loss());
        put(node, "seconds", row.work().seconds());
        if (!guess.sampler().isEmpty()) {
            node.put("sampler", PlainText.of(guess.sampler())).put("effective", guess.effective());
        }
        if (row.marked()) {
            boolean descent = row.method().equals(PanelResult.DESCENT);
            String mark = (descent ? panel.whyUnfitted() : "not trustworthy") + ": ";
            node.put("mark", PlainText.of(panel.why(row, mark)));
        }
    }

    /** Puts a number with the digits that a page shows; one that is not finite is left out. */
    static void put(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, new BigDecimal(value).round(DIGITS).stripTrailingZeros());
        }
    }
}
