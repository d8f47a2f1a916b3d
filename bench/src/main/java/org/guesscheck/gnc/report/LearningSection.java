package org.guesscheck.gnc.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guesscheck.core.posterior.Diagnostics;
import org.guesscheck.core.posterior.LearningCurve;
import org.guesscheck.core.posterior.LearningPoint;
import org.guesscheck.gnc.learn.SetsSummary;
import org.guesscheck.gnc.learn.SetsSummary.Row;
import org.guesscheck.gnc.learn.SetsSummary.Value;
import org.guesscheck.gnc.page.Html;
import org.guesscheck.gnc.sweep.PanelFiles;

/** What a page tells of learning curves. */
final class LearningSection {
    private static final String LABEL = "Accuracy and acceptance probability against the number of training samples";

    /** Columns of the table of sets. */
    private static final int COLUMNS = 8;

    private final Html html;
    private final LearningResult result;

    private LearningSection(Html html, LearningResult result) {
        this.html = html;
        this.result = result;
    }

    /** Adds it. */
    static void add(Html html, LearningResult result) throws IOException {
        LearningSection section = new LearningSection(html, result);
        section.warnings();
        section.figure();
        section.means();
        html.add("<h3>{}</h3>\n", "What was asked");
        section.list(LearningInWords.of(result));
        html.add("<h3>{}</h3>\n", "Training sets");
        section.sets();
        html.add("<h3>{}</h3>\n", "How it was run, and how to repeat it");
        section.list(section.origin());
        html.add("<pre class=\"command\">{}</pre>\n", section.command());
    }

    /** A number with its interval. */
    static String text(Value value) {
        String interval =
                Figures.interval(value.interval().low(), value.interval().high());
        if (!Double.isFinite(value.value())) {
            return Double.isFinite(value.interval().high())
                    ? "below " + Figures.of(value.interval().high())
                    : "–";
        }
        return Figures.of(value.value()) + (interval.isEmpty() ? "" : " (" + interval + ")");
    }

    private void warnings() {
        int finished = result.sets().size();
        if (finished < result.asked()) {
            doubt("The run was interrupted: " + finished + " of " + result.asked()
                    + " training sets are finished. The command that began it resumes it with --resume.");
        }
        if (result.kept() > finished) {
            doubt("There are " + result.kept() + " finished training sets by now, and files of " + finished
                    + ": a run that was resumed goes on, or was cut off. The command that began it resumes it with"
                    + " --resume.");
        }
        List<Integer> doubtful = result.doubtful();
        if (!doubtful.isEmpty()) {
            doubt(doubtful.size() + " of " + finished
                    + " curves failed their checks and are not to be trusted; they are marked, with the reason.");
        }
    }

    private void doubt(String sentence) {
        html.add("<p class=\"doubt\">⚠ {}</p>\n", sentence);
    }

    private void figure() throws IOException {
        html.add("<figure class=\"instrument\" data-label=\"{}\">\n", LABEL);
        html.raw("<script type=\"application/json\">")
                .raw(LearningData.of(result))
                .raw("</script>\n");
        Path file = result.directory().resolve(PanelFiles.FIGURE);
        if (Files.isRegularFile(file)) {
            html.raw("<div class=\"printed\">\n<div>")
                    .raw(SvgFigure.read(file, "learning-", LABEL))
                    .raw("</div>\n</div>\n");
        } else {
            html.raw("<p class=\"printed-note\">There is no printed figure here: there were no fonts.</p>\n");
        }
        html.add(
                "<figcaption>{}. {}</figcaption>\n",
                LABEL,
                result.sets().size() == 1
                        ? "Bars are 95 % intervals of the one training set."
                        : "Markers are means over " + result.sets().size()
                                + " training sets, bars their 95 % intervals by the scatter of the sets.");
        html.raw("</figure>\n");
    }

    private void means() {
        html.add("""
            <div class="scroll"><table class="sortable medians">
            <caption>Means over the training sets, with 95 % intervals</caption>
            <thead><tr>\
            """);
        SortedTable table = new SortedTable(html);
        table.heading("training samples").heading("log2 p").heading("accuracy").heading("next sample fits");
        table.heading("deviation of the accuracy");
        if (result.descends()) {
            table.heading("gradient descent").heading("runs that fit");
        }
        html.raw("</tr></thead><tbody>\n");
        for (Row row : result.listed()) {
            html.add("<tr><th scope=\"row\">{}</th>", row.samples() == 0 ? "0 (prior)" : row.samples());
            number(Optional.of(row.logProbability()));
            number(row.accuracy());
            number(row.nextRight());
            SortedTable.number(
                    html, row.deviation(), Double.isFinite(row.deviation()) ? Figures.of(row.deviation()) : "–");
            if (result.descends()) {
                number(row.descent());
                reached(row.samples());
            }
            html.raw("</tr>\n");
        }
        html.raw("</tbody></table></div>\n");
    }

    private void number(Optional<Value> value) {
        SortedTable.number(
                html,
                value.map(Value::value).orElse(Double.NaN),
                value.map(LearningSection::text).orElse("–"));
    }

    private void reached(int samples) {
        int[] sums = new int[2];
        result.sets().stream().flatMap(set -> set.descentAt(samples).stream()).forEach(point -> {
            sums[0] += point.reached();
            sums[1] += point.runs();
        });
        SortedTable.number(html, sums[1] == 0 ? Double.NaN : sums[0], sums[1] == 0 ? "–" : sums[0] + " of " + sums[1]);
    }

    private void sets() {
        html.raw("<div class=\"scroll\"><table class=\"sortable estimates\">\n<thead><tr>");
        SortedTable table = new SortedTable(html);
        table.heading("set").heading("seed").heading("draws").heading("log2 p at the end");
        table.heading("accuracy at the end")
                .heading("trusted")
                .heading("seconds")
                .textHeading("digest");
        html.raw("</tr></thead><tbody>\n");
        for (int set = 0; set < result.sets().size(); set++) {
            set(set, result.sets().get(set).curve());
        }
        html.raw("</tbody></table></div>\n");
    }

    private void set(int number, LearningCurve curve) {
        Diagnostics diagnostics = curve.diagnostics();
        LearningPoint last = curve.points().getLast();
        Value accuracy = last.accuracy()
                .map(known -> new Value(known.mean(), known.interval()))
                .orElse(null);
        html.add(diagnostics.trustworthy() ? "<tr>" : "<tr class=\"doubt\">");
        html.add("<th scope=\"row\">{}</th><td>{}</td>", number, curve.origin().seed());
        SortedTable.number(
                html, curve.origin().draws(), Figures.count(curve.origin().draws()));
        SortedTable.number(
                html,
                SetsSummary.log2(last.probability()),
                text(SetsSummary.of(List.of(result.sets().get(number)))
                        .getLast()
                        .logProbability()));
        number(Optional.ofNullable(accuracy));
        if (diagnostics.trustworthy()) {
            SortedTable.number(html, 1, "yes");
        } else {
            SortedTable.doubt(html, 0, "no");
        }
        SortedTable.number(
                html,
                curve.execution().seconds(),
                Figures.seconds(curve.execution().seconds()));
        html.add("<td class=\"text\">{}</td></tr>\n", curve.origin().digest());
        diagnostics
                .reasons()
                .forEach(reason -> html.add(
                        "<tr class=\"doubt why\"><td colspan=\"{}\">⚠ set {} is not trustworthy: {}</td></tr>\n",
                        COLUMNS,
                        number,
                        reason));
        diagnostics
                .notes()
                .forEach(note ->
                        html.add("<tr class=\"why\"><td colspan=\"{}\">set {}: {}</td></tr>\n", COLUMNS, number, note));
    }

    private void list(Map<String, String> parts) {
        html.raw("<dl>\n");
        parts.forEach((name, value) -> html.add("<dt>{}</dt><dd>{}</dd>\n", name, value));
        html.raw("</dl>\n");
    }

    private Map<String, String> origin() {
        ObjectNode run = result.run().node();
        Map<String, String> parts = Origin.of(run);
        parts.put("kernels", "backend " + Origin.text(run, "backend") + ", threads " + Origin.text(run, "threads"));
        return parts;
    }

    private String command() {
        return "gnc "
                + result.run().texts("arguments").stream().map(Origin::quoted).collect(Collectors.joining(" "))
                + " --out again";
    }
}
