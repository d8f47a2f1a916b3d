package org.guesscheck.bench.report;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.guesscheck.bench.config.Names;
import org.guesscheck.bench.sweep.Quartiles;

/** The two tables of a panel: a row for each width or depth, and a row for each estimate. */
final class Tables {
    private static final String GUESS = "guess_and_check";
    private static final String PRIOR = "prior";
    private static final String DESCENT = "gradient_descent";
    private static final String ZERO = "zero_matrix";
    private static final int COLUMNS = 13;

    private Tables() {}

    /** Medians and quartiles over the trials. */
    static void medians(Html html, PanelResult panel) {
        html.add("""
            <div class="scroll"><table>
            <caption>Median over the trials, with the quartiles in brackets</caption>
            <thead><tr><th scope="col">{}</th><th scope="col">guess and check</th><th scope="col">prior</th>
            <th scope="col">gradient descent</th><th scope="col">zero matrix</th><th scope="col">acceptance
            probability</th><th scope="col">not trustworthy</th></tr></thead><tbody>
            """, Names.of(panel.config().sweep()));
        for (int value : panel.config().values()) {
            List<EstimateRow> here = panel.estimates().stream()
                    .filter(row -> row.method().equals(GUESS) && panel.value(row) == value)
                    .toList();
            long doubtful = here.stream().filter(row -> !row.trustworthy()).count();
            html.add("<tr><th scope=\"row\">{}</th>", value);
            for (String method : List.of(GUESS, PRIOR, DESCENT, ZERO)) {
                html.add("<td>{}</td>", quartiles(panel.means(method, value)));
            }
            html.add(
                    "<td>{}</td>",
                    quartiles(
                            here.stream().mapToDouble(EstimateRow::probability).toArray()));
            html.add(
                    doubtful > 0 ? "<td class=\"doubt\">⚠ {} of {}</td></tr>\n" : "<td>{} of {}</td></tr>\n",
                    doubtful,
                    here.size());
        }
        html.raw("</tbody></table></div>\n");
    }

    private static String quartiles(double... values) {
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        return Quartiles.of(finite)
                .map(q -> Figures.of(q.median())
                        + (finite.length > 1 ? " [" + Figures.of(q.lower()) + ", " + Figures.of(q.upper()) + "]" : ""))
                .orElse("–");
    }

    /** All estimates; under one that is not to be trusted, why. */
    static void estimates(Html html, PanelResult panel) {
        html.add("""
            <details open><summary>All estimates</summary><div class="scroll"><table>
            <thead><tr><th rowspan="2" scope="col">{}</th><th rowspan="2" scope="col">trial</th>
            <th colspan="8" scope="colgroup">guess and check</th><th rowspan="2" scope="col">prior</th>
            <th colspan="2" scope="colgroup">gradient descent</th></tr>
            <tr><th scope="col">method</th><th scope="col">mean loss</th><th scope="col">95 % interval</th>
            <th scope="col">accepted</th><th scope="col">draws</th><th scope="col">probability</th>
            <th scope="col">95 % interval</th><th scope="col">seconds</th><th scope="col">loss</th>
            <th scope="col">seconds</th></tr></thead><tbody>
            """, Names.of(panel.config().sweep()));
        for (int value : panel.config().values()) {
            for (int trial = 0; trial < panel.config().trials(); trial++) {
                Optional<EstimateRow> guess = panel.row(GUESS, trial, value);
                if (guess.isPresent()) {
                    row(html, panel, guess.get());
                }
            }
        }
        html.raw("</tbody></table></div></details>\n");
    }

    private static void row(Html html, PanelResult panel, EstimateRow guess) {
        int value = panel.value(guess);
        Optional<EstimateRow> descent = panel.row(DESCENT, guess.trial(), value);
        boolean none = !Double.isFinite(guess.mean());
        html.add(guess.trustworthy() ? "<tr>" : "<tr class=\"doubt\">");
        html.add("<th scope=\"row\">{}</th><td>{}</td><td>{}</td>", value, guess.trial() + 1, guess.sampler());
        html.add(
                "<td>{}</td><td>{}</td>",
                none ? "none accepted" : mark(guess) + Figures.of(guess.mean()),
                Figures.interval(guess.low(), guess.high()));
        html.add("<td>{}</td><td>{}</td>", Figures.count(guess.accepted()), Figures.count(guess.draws()));
        html.add(
                "<td>{}</td><td>{}</td><td>{}</td>",
                Figures.of(guess.probability()),
                Figures.interval(guess.probabilityLow(), guess.probabilityHigh()),
                Figures.seconds(guess.seconds()));
        html.add(
                "<td>{}</td>",
                panel.row(PRIOR, guess.trial(), value)
                        .map(r -> Figures.of(r.mean()))
                        .orElse("–"));
        html.add(
                "<td>{}</td><td>{}</td></tr>\n",
                descent.map(r -> Double.isFinite(r.mean()) ? Figures.of(r.mean()) : "diverged")
                        .orElse("–"),
                descent.map(r -> Figures.seconds(r.seconds())).orElse("–"));
        if (!guess.trustworthy()) {
            html.add(
                    "<tr class=\"doubt why\"><td colspan=\"{}\">⚠ not trustworthy: {}</td></tr>\n",
                    COLUMNS,
                    String.join("; ", panel.reasons(guess)));
        }
    }

    private static String mark(EstimateRow guess) {
        return guess.trustworthy() ? "" : "⚠ ";
    }
}
