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
    private static final String PRIOR = PanelResult.PRIOR;
    private static final String DESCENT = PanelResult.DESCENT;
    private static final List<String> BASELINES =
            List.of("zero_matrix", "least_frobenius_norm", "least_nuclear_norm", "infinite_width");

    private static final List<String> OF_GUESS = List.of(
            "method",
            "mean loss",
            "95 % interval",
            "trusted",
            "accepted",
            "draws",
            "probability",
            "95 % interval",
            "seconds");

    private static final List<String> OF_DESCENT = List.of("loss", "training loss", "fitted", "seconds");

    /** Columns beside those of the place: trial, guess and check, prior, gradient descent. */
    private static final int COLUMNS = 2 + OF_GUESS.size() + OF_DESCENT.size();

    private Tables() {}

    /** Medians and quartiles over the trials. */
    static void medians(Html html, PanelResult panel) {
        html.add("""
            <div class="scroll"><table class="sortable medians">
            <caption>Median over the trials, with the quartiles in brackets</caption>
            <thead><tr>\
            """);
        SortedTable table = new SortedTable(html);
        labels(panel).forEach(table::heading);
        Stream.of(
                        "guess and check",
                        "prior",
                        "gradient descent",
                        "zero matrix",
                        "least Frobenius norm",
                        "least nuclear norm",
                        "infinite width",
                        "acceptance probability",
                        "not trustworthy",
                        "not fitted")
                .forEach(table::heading);
        html.raw("</tr></thead><tbody>\n");
        for (Point value : panel.config().grid().points()) {
            List<EstimateRow> here = panel.rows(GUESS, value);
            List<EstimateRow> descents = panel.rows(DESCENT, value);
            html.raw("<tr>");
            place(html, value);
            for (String method : Stream.concat(Stream.of(GUESS, PRIOR, DESCENT), BASELINES.stream())
                    .toList()) {
                quartiles(html, panel.rows(method, value), row -> row.loss().value());
            }
            quartiles(html, here, row -> row.guess().probability().value());
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
        String text = count + " of " + all;
        if (count > 0) {
            SortedTable.doubt(html, count, text);
        } else {
            SortedTable.number(html, count, text);
        }
    }

    private static void quartiles(Html html, List<EstimateRow> rows, ToDoubleFunction<EstimateRow> number) {
        double[] finite =
                rows.stream().mapToDouble(number).filter(Double::isFinite).toArray();
        Quartiles.of(finite)
                .ifPresentOrElse(
                        q -> SortedTable.number(html, q.median(), Figures.of(q.median()), spread(q, finite.length)),
                        () -> SortedTable.number(html, Double.NaN, "–"));
    }

    private static String spread(Quartiles q, int of) {
        return of > 1 ? "[" + Figures.of(q.lower()) + ", " + Figures.of(q.upper()) + "]" : "";
    }

    /** All estimates; under one that is not to be trusted, why. */
    static void estimates(Html html, PanelResult panel) {
        html.add("""
            <details open><summary>All estimates</summary><div class="scroll"><table class="sortable estimates">
            <thead><tr>\
            """);
        SortedTable table = new SortedTable(html);
        labels(panel).forEach(label -> table.heading(label, 2));
        table.heading("trial", 2);
        int first = table.columns();
        html.add("<th colspan=\"{}\" scope=\"colgroup\">guess and check</th>", OF_GUESS.size());
        table.skip(OF_GUESS.size()).heading("prior", 2);
        html.add("<th colspan=\"{}\" scope=\"colgroup\">gradient descent</th></tr>\n<tr>", OF_DESCENT.size());
        table.back(first);
        OF_GUESS.forEach(table::heading);
        table.skip(1);
        OF_DESCENT.forEach(table::heading);
        html.raw("</tr></thead><tbody>\n");
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
        html.add(row.guess().trustworthy() ? "<tr>" : "<tr class=\"doubt\">");
        place(html, cell.value());
        html.add("<td>{}</td>", cell.trial() + 1);
        guess(html, row);
        double prior = panel.row(PRIOR, cell).map(r -> r.loss().value()).orElse(Double.NaN);
        SortedTable.number(html, prior, Double.isFinite(prior) ? Figures.of(prior) : "–");
        Optional<EstimateRow> descent = panel.row(DESCENT, cell);
        descent.ifPresentOrElse(
                r -> descent(html, r), () -> OF_DESCENT.forEach(name -> SortedTable.number(html, Double.NaN, "–")));
        html.raw("</tr>\n");
        why(html, panel, row, "not trustworthy: ");
        descent.ifPresent(r -> why(html, panel, r, panel.whyUnfitted() + ": "));
    }

    private static void guess(Html html, EstimateRow row) {
        EstimateRow.Guess guess = row.guess();
        EstimateRow.Estimate probability = guess.probability();
        html.add("<td>{}</td>", guess.sampler());
        SortedTable.number(html, row.loss().value(), mean(row));
        SortedTable.number(
                html,
                row.loss().low(),
                Figures.interval(row.loss().low(), row.loss().high()));
        trusted(html, guess.trustworthy());
        SortedTable.number(html, guess.accepted(), accepted(guess));
        SortedTable.number(html, guess.draws(), Figures.count(guess.draws()));
        SortedTable.number(html, probability.value(), Figures.of(probability.value()));
        SortedTable.number(html, probability.low(), Figures.interval(probability.low(), probability.high()));
        SortedTable.number(
                html, row.work().seconds(), Figures.seconds(row.work().seconds()));
    }

    private static void descent(Html html, EstimateRow row) {
        EstimateRow.Training training = row.training();
        if (training.fitted()) {
            SortedTable.number(html, row.loss().value(), descentLoss(row));
        } else {
            SortedTable.doubt(html, row.loss().value(), descentLoss(row));
        }
        SortedTable.number(html, training.loss(), Figures.of(training.loss()));
        trusted(html, training.fitted());
        SortedTable.number(
                html, row.work().seconds(), Figures.seconds(row.work().seconds()));
    }

    private static void trusted(Html html, boolean yes) {
        if (yes) {
            SortedTable.number(html, 1, "yes");
        } else {
            SortedTable.doubt(html, 0, "no");
        }
    }

    private static String mean(EstimateRow row) {
        if (row.failed()) {
            return "failed";
        }
        double mean = row.loss().value();
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
        double loss = row.loss().value();
        return Double.isFinite(loss) ? Figures.of(loss) : "diverged";
    }

    /** Under a row, why one of its results is missing or not to be trusted. */
    private static void why(Html html, PanelResult panel, EstimateRow row, String mark) {
        if (row.marked()) {
            html.add(
                    "<tr class=\"doubt why\"><td colspan=\"{}\">⚠ {}</td></tr>\n",
                    COLUMNS + row.cell().value().values().size(),
                    panel.why(row, mark));
        }
    }
}
