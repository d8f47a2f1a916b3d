package org.guesscheck.gnc.report;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.guesscheck.gnc.config.CellId;
import org.guesscheck.gnc.config.Point;
import org.guesscheck.gnc.json.Numeral;
import org.guesscheck.gnc.page.Html;
import org.guesscheck.gnc.sweep.Quartiles;

/** The two tables of a panel: a row for each width or depth, and a row for each estimate. */
final class Tables {
    private static final String GUESS = PanelResult.GUESS;
    private static final String PRIOR = "prior";
    private static final String DESCENT = PanelResult.DESCENT;
    private static final List<String> BASELINES =
            List.of("zero_matrix", "least_frobenius_norm", "least_nuclear_norm", "infinite_width");

    /** Columns beside those of the place. */
    private static final int COLUMNS = 13;

    private Tables() {}

    /** Medians and quartiles over the trials. */
    static void medians(Html html, PanelResult panel) {
        html.add("""
            <div class="scroll"><table>
            <caption>Median over the trials, with the quartiles in brackets</caption>
            <thead><tr>\
            """);
        labels(panel).forEach(label -> html.add("<th scope=\"col\">{}</th>", label));
        html.raw("""
            <th scope="col">guess and check</th><th scope="col">prior</th>
            <th scope="col">gradient descent</th><th scope="col">zero matrix</th><th scope="col">least Frobenius
            norm</th><th scope="col">least nuclear norm</th><th scope="col">infinite width</th><th scope="col">acceptance
            probability</th><th scope="col">not trustworthy</th><th scope="col">not fitted</th></tr></thead><tbody>
            """);
        for (Point value : panel.config().grid().points()) {
            List<EstimateRow> here = panel.rows(GUESS, value);
            List<EstimateRow> descents = panel.rows(DESCENT, value);
            html.raw("<tr>");
            place(html, value);
            for (String method : Stream.concat(Stream.of(GUESS, PRIOR, DESCENT), BASELINES.stream())
                    .toList()) {
                html.add(
                        "<td>{}</td>",
                        quartiles(panel.rows(method, value), row -> row.loss().mean()));
            }
            html.add("<td>{}</td>", quartiles(here, row -> row.guess().probability()));
            marked(html, here.stream().filter(EstimateRow::doubtful).count(), here.size());
            marked(
                    html,
                    descents.stream().filter(row -> !row.training().fitted()).count(),
                    descents.size());
            html.raw("</tr>\n");
        }
        html.raw("</tbody></table></div>\n");
    }

    private static List<String> labels(PanelResult panel) {
        return panel.config().axes().stream().map(axis -> axis.field().label()).toList();
    }

    private static void place(Html html, Point place) {
        place.values().forEach(value -> html.add("<th scope=\"row\">{}</th>", Numeral.text(value)));
    }

    private static void marked(Html html, long count, int all) {
        html.add(count > 0 ? "<td class=\"doubt\">⚠ {} of {}</td>" : "<td>{} of {}</td>", count, all);
    }

    private static String quartiles(List<EstimateRow> rows, ToDoubleFunction<EstimateRow> number) {
        double[] finite =
                rows.stream().mapToDouble(number).filter(Double::isFinite).toArray();
        return Quartiles.of(finite)
                .map(q -> Figures.of(q.median())
                        + (finite.length > 1 ? " [" + Figures.of(q.lower()) + ", " + Figures.of(q.upper()) + "]" : ""))
                .orElse("–");
    }

    /** All estimates; under one that is not to be trusted, why. */
    static void estimates(Html html, PanelResult panel) {
        html.add("""
            <details open><summary>All estimates</summary><div class="scroll"><table>
            <thead><tr>\
            """);
        labels(panel).forEach(label -> html.add("<th rowspan=\"2\" scope=\"col\">{}</th>", label));
        html.raw("""
            <th rowspan="2" scope="col">trial</th>
            <th colspan="8" scope="colgroup">guess and check</th><th rowspan="2" scope="col">prior</th>
            <th colspan="3" scope="colgroup">gradient descent</th></tr>
            <tr><th scope="col">method</th><th scope="col">mean loss</th><th scope="col">95 % interval</th>
            <th scope="col">accepted</th><th scope="col">draws</th><th scope="col">probability</th>
            <th scope="col">95 % interval</th><th scope="col">seconds</th><th scope="col">loss</th>
            <th scope="col">training loss</th><th scope="col">seconds</th></tr></thead><tbody>
            """);
        for (Point value : panel.config().grid().points()) {
            for (int trial = 0; trial < panel.config().trials().count(); trial++) {
                Optional<EstimateRow> guess = panel.row(GUESS, new CellId(trial, value));
                if (guess.isPresent()) {
                    row(html, panel, guess.get());
                }
            }
        }
        html.raw("</tbody></table></div></details>\n");
    }

    private static void row(Html html, PanelResult panel, EstimateRow row) {
        CellId cell = row.cell();
        EstimateRow.Guess guess = row.guess();
        Optional<EstimateRow> descent = panel.row(DESCENT, cell);
        html.add(guess.trustworthy() ? "<tr>" : "<tr class=\"doubt\">");
        place(html, cell.value());
        html.add("<td>{}</td><td>{}</td>", cell.trial() + 1, guess.sampler());
        html.add(
                "<td>{}</td><td>{}</td>",
                mean(row),
                Figures.interval(row.loss().low(), row.loss().high()));
        html.add("<td>{}</td><td>{}</td>", accepted(guess), Figures.count(guess.draws()));
        html.add(
                "<td>{}</td><td>{}</td><td>{}</td>",
                Figures.of(guess.probability()),
                Figures.interval(guess.probabilityLow(), guess.probabilityHigh()),
                Figures.seconds(row.seconds()));
        html.add(
                "<td>{}</td>",
                panel.row(PRIOR, cell).map(r -> Figures.of(r.loss().mean())).orElse("–"));
        html.add(
                descent.isPresent() && !descent.get().training().fitted()
                        ? "<td class=\"doubt\">⚠ {}</td>"
                        : "<td>{}</td>",
                descent.map(Tables::descentLoss).orElse("–"));
        html.add(
                "<td>{}</td><td>{}</td></tr>\n",
                descent.map(r -> Figures.of(r.training().loss())).orElse("–"),
                descent.map(r -> Figures.seconds(r.seconds())).orElse("–"));
        why(html, panel, row, "not trustworthy: ");
        descent.ifPresent(r -> why(html, panel, r, panel.whyUnfitted() + ": "));
    }

    private static String mean(EstimateRow row) {
        if (row.failed()) {
            return "failed";
        }
        double mean = row.loss().mean();
        return Double.isFinite(mean) ? (row.guess().trustworthy() ? "" : "⚠ ") + Figures.of(mean) : "none accepted";
    }

    /** An effective number may be above that of the draws, so it is not to be taken for a count. */
    private static String accepted(EstimateRow.Guess guess) {
        String count = Figures.count(guess.accepted());
        return guess.effective() && !count.isEmpty() ? count + " effective" : count;
    }

    private static String descentLoss(EstimateRow row) {
        if (row.failed()) {
            return "failed";
        }
        double loss = row.loss().mean();
        return Double.isFinite(loss) ? Figures.of(loss) : "diverged";
    }

    /** Under a row, why one of its results is missing or not to be trusted. */
    private static void why(Html html, PanelResult panel, EstimateRow row, String mark) {
        if (row.failed() || !row.guess().trustworthy() || !row.training().fitted()) {
            String reason = row.failed()
                    ? row.method().replace('_', ' ') + " failed: " + row.failure()
                    : mark + String.join("; ", panel.reasons(row));
            html.add(
                    "<tr class=\"doubt why\"><td colspan=\"{}\">⚠ {}</td></tr>\n",
                    COLUMNS + row.cell().value().values().size(),
                    reason);
        }
    }
}
