package org.guesscheck.gnc.report;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.guesscheck.gnc.config.ConfigJson;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.page.Html;

/** What a page tells of one panel. */
final class PanelSection {
    private PanelSection() {}

    /**
     * Adds it with its own figure.
     *
     * @param id name of the place in the page
     */
    static void add(Html html, String id, Placed placed) throws IOException {
        warnings(html, placed.panel());
        FigurePart.add(html, id, List.of(placed));
        rest(html, placed.panel());
    }

    /** Adds it without a figure, which it shares with others. */
    static void addWithoutFigure(Html html, Placed placed) {
        warnings(html, placed.panel());
        rest(html, placed.panel());
    }

    private static void warnings(Html html, PanelResult panel) {
        if (panel.interrupted()) {
            html.add(
                    "<p class=\"doubt\">⚠ The sweep was interrupted: {} trials of a {} are finished. The command that"
                            + " began it resumes it with --resume.</p>\n",
                    panel.finished(),
                    panel.config().grid().label());
        }
        for (String remark : panel.remarks()) {
            html.add("<p class=\"doubt\">⚠ {}</p>\n", remark);
        }
        panel.failures()
                .forEach((reason, count) -> html.add(
                        "<p class=\"doubt\">⚠ {} of the results could not be computed: {}. They are left out; the"
                                + " command that began the sweep tries them again with --resume.</p>\n",
                        count,
                        reason));
    }

    private static void rest(Html html, PanelResult panel) {
        Tables.medians(html, panel);
        html.add("<h3>{}</h3>\n", "What was asked");
        list(html, ConfigInWords.of(panel.config()));
        html.add("<h3>{}</h3>\n", "Estimates");
        doubts(html, panel);
        Tables.estimates(html, panel);
        html.add("<h3>{}</h3>\n", "How it was run, and how to repeat it");
        list(html, Origin.of(panel));
        html.add("<pre class=\"command\">{}</pre>\n", Origin.command(panel));
        html.add(
                "<details><summary>The whole config; saved as a file, gnc sweep FILE runs it</summary>"
                        + "<pre>{}</pre></details>\n",
                Json.print(ConfigJson.write(panel.config())));
    }

    private static void doubts(Html html, PanelResult panel) {
        if (panel.doubtful() > 0) {
            html.add(
                    "<p class=\"doubt\">⚠ {} of the estimates failed their checks and are not to be trusted; they are"
                            + " marked, with the reason.</p>\n",
                    panel.doubtful());
        }
        if (panel.unfittedCells() > 0) {
            html.add(
                    panel.config().descent().climbs()
                            ? "<p class=\"doubt\">⚠ {} of the results of gradient descent are of places at which no"
                                    + " init scale of the ladder lets nearly all runs fit; they are marked.</p>\n"
                            : "<p class=\"doubt\">⚠ {} of the runs of gradient descent did not converge, so their"
                                    + " losses are not those of networks that fit the training data; they are"
                                    + " marked.</p>\n",
                    panel.unfittedCells());
        }
    }

    private static void list(Html html, Map<String, String> parts) {
        html.raw("<dl>\n");
        parts.forEach((name, value) -> html.add("<dt>{}</dt><dd>{}</dd>\n", name, value));
        html.raw("</dl>\n");
    }
}
