package org.guesscheck.gnc.report;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guesscheck.gnc.json.Numeral;
import org.guesscheck.gnc.page.Html;

/** What a page tells of the same panel in several directories: one figure, in what they differ, then each of them. */
final class GroupSection {
    /** A normal number beyond 1.96 times the square root of 2 is one in so many: the difference of two equal estimates of one error. */
    private static final int CHANCE = 180;

    private final Html html;
    private final PanelGroup group;
    private final List<String> names;
    private final Differences differences;

    private GroupSection(Html html, PanelGroup group) {
        this.html = html;
        this.group = group;
        this.names = group.members().stream().map(Placed::directory).toList();
        this.differences = new Differences(group);
    }

    /**
     * Adds it.
     *
     * @param id name of the place in the page
     */
    static void add(Html html, String id, PanelGroup group) throws IOException {
        new GroupSection(html, group).add(id);
    }

    private void add(String id) throws IOException {
        if (group.drawnTogether()) {
            FigurePart.add(html, id, group.members());
        }
        settings();
        estimates();
        for (int i = 0; i < group.members().size(); i++) {
            Placed placed = group.members().get(i);
            html.add("<section class=\"member\" id=\"{}-{}\">\n", id, i + 1);
            html.add("<h2>{}</h2>\n", heading(placed));
            if (group.drawnTogether()) {
                PanelSection.addWithoutFigure(html, placed);
            } else {
                PanelSection.add(html, id + "-" + (i + 1), placed);
            }
            html.raw("</section>\n");
        }
    }

    private String heading(Placed placed) {
        String title = placed.panel().config().title();
        return placed.directory() + (title.equals(group.title()) ? "" : ": " + title);
    }

    private void settings() {
        html.raw("<h3>Settings that differ</h3>\n");
        Map<String, List<String>> settings = differences.settings();
        if (differences.sameQuestion()) {
            html.raw("<p>All ask the same question, so all numbers are to be equal, to the bit.</p>\n");
        }
        Map<String, List<String>> origins = differences.origins();
        if (settings.isEmpty() && origins.isEmpty()) {
            html.raw("<p>None.</p>\n");
            return;
        }
        html.raw("<div class=\"scroll\"><table class=\"differences settings\"><thead><tr><th scope=\"col\"></th>");
        names.forEach(name -> html.add("<th scope=\"col\" class=\"text\">{}</th>", name));
        html.raw("</tr></thead>\n");
        rows("config", settings);
        rows("origin", origins);
        html.raw("</table></div>\n");
    }

    private void rows(String type, Map<String, List<String>> settings) {
        html.add("<tbody class=\"{}\">\n", type);
        settings.forEach((name, values) -> {
            html.add("<tr><th scope=\"row\" class=\"text\">{}</th>", name);
            values.forEach(value -> html.add("<td class=\"text\">{}</td>", value));
            html.raw("</tr>\n");
        });
        html.raw("</tbody>\n");
    }

    private void estimates() {
        html.raw("<h3>Estimates that differ</h3>\n");
        String why = differences.whyNoPairs();
        if (!why.isEmpty()) {
            html.add("<p>{}</p>\n", why);
            return;
        }
        List<Differences.Pair> pairs = differences.pairs();
        List<Differences.Pair> differing =
                pairs.stream().filter(Differences.Pair::differs).toList();
        html.add(
                differing.isEmpty() ? "<p>{} of {} differ.</p>\n" : "<p class=\"doubt\">⚠ {} of {} differ.</p>\n",
                differing.size(),
                pairs.size());
        if (differing.isEmpty()) {
            return;
        }
        html.raw("<div class=\"scroll\"><table class=\"sortable differences estimates\">\n");
        if (!differences.sameQuestion()) {
            html.add(
                    "<caption>Losses of one trial whose 95 % intervals have no number in common, as one in {} of equal"
                            + " estimates has by chance; without intervals, losses that are not equal.</caption>\n",
                    CHANCE);
        }
        html.raw("<thead><tr>");
        SortedTable table = new SortedTable(html);
        group.members().getFirst().panel().fields().forEach(field -> table.heading(field.label()));
        table.heading("trial").textHeading("method");
        names.forEach(table::heading);
        if (names.size() == 2) {
            table.heading("second / first");
        }
        table.textHeading("how");
        html.raw("</tr></thead><tbody>\n");
        differing.forEach(this::row);
        html.raw("</tbody></table></div>\n");
    }

    private void row(Differences.Pair pair) {
        html.raw("<tr>");
        pair.cell().value().values().forEach(value -> html.add("<th scope=\"row\">{}</th>", Numeral.text(value)));
        html.add(
                "<td>{}</td><td class=\"text\">{}</td>",
                pair.cell().trial() + 1,
                Differences.METHODS.get(pair.method()));
        for (Optional<EstimateRow> row : pair.rows()) {
            SortedTable.number(
                    html,
                    row.map(r -> r.loss().value()).orElse(Double.NaN),
                    row.map(GroupSection::estimate).orElse("–"));
        }
        if (pair.rows().size() == 2) {
            double ratio = pair.rows().getLast().orElseThrow().loss().value()
                    / pair.rows().getFirst().orElseThrow().loss().value();
            SortedTable.number(html, ratio, Figures.of(ratio));
        }
        html.add("<td class=\"doubt text\">⚠ {}</td></tr>\n", pair.why());
    }

    private static String estimate(EstimateRow row) {
        String interval = Figures.interval(row.loss().low(), row.loss().high());
        return (row.marked() ? "⚠ " : "")
                + Figures.of(row.loss().value())
                + (interval.isEmpty() ? "" : " (" + interval + ")");
    }
}
