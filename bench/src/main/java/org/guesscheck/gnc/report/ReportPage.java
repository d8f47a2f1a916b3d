package org.guesscheck.gnc.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guesscheck.gnc.config.ConfigJson;
import org.guesscheck.gnc.config.Presets;
import org.guesscheck.gnc.files.AtomicFile;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.page.Html;
import org.guesscheck.gnc.page.PageFrame;
import org.guesscheck.gnc.sweep.PanelFiles;

/** The page of a result directory: one HTML file that loads no other file. */
public final class ReportPage {
    /** Name of the file. */
    public static final String FILE = PanelFiles.REPORT;

    private final ResultDirectory results;
    private final Html html = new Html();

    private ReportPage(ResultDirectory results) {
        this.results = results;
    }

    /**
     * Writes the page into the directory of a sweep with one panel or several.
     *
     * @return the page's file
     * @throws org.guesscheck.gnc.text.InputException if the directory is missing, or has no results or broken results
     */
    public static Path write(Path directory) throws IOException {
        String page = new ReportPage(ResultDirectory.read(directory)).page();
        AtomicFile.requireWritable(directory, "DIR");
        Path file = directory.resolve(FILE);
        AtomicFile.write(file, page);
        return file;
    }

    private String page() throws IOException {
        List<PanelResult> panels = results.panels();
        String title = panels.size() == 1
                ? panels.getFirst().config().title()
                : results.path().toAbsolutePath().normalize().getFileName().toString();
        PageFrame.begin(html, title);
        if (panels.size() > 1 || !results.unfinished().isEmpty()) {
            contents();
        }
        for (int i = 0; i < panels.size(); i++) {
            panel(panels.get(i), i);
        }
        return PageFrame.end(html);
    }

    private void contents() {
        html.raw("""
            <nav aria-label="Contents"><div class="scroll"><table>
            <thead><tr><th scope="col">panel</th><th scope="col">sweep</th><th scope="col">finished</th>
            <th scope="col">failed</th><th scope="col">not trustworthy</th><th scope="col">not fitted</th></tr></thead><tbody>
            """);
        for (int i = 0; i < results.panels().size(); i++) {
            PanelResult panel = results.panels().get(i);
            html.add(
                    "<tr><th scope=\"row\"><a href=\"#panel-{}\">{}</a></th><td>{}</td>",
                    i + 1,
                    panel.config().title(),
                    ConfigInWords.sweep(panel.config()));
            html.add(panel.interrupted() ? "<td class=\"doubt\">⚠ {}</td>" : "<td>{}</td>", panel.finished());
            marked(panel.failed());
            marked(panel.doubtful());
            marked(panel.unfittedCells());
            html.raw("</tr>\n");
        }
        for (ResultDirectory.Unfinished unfinished : results.unfinished()) {
            html.add(
                    "<tr><th scope=\"row\">{}</th><td colspan=\"5\" class=\"doubt\">⚠ {}</td></tr>\n",
                    unfinished.path().getFileName(),
                    unfinished.why());
        }
        html.raw("</tbody></table></div></nav>\n");
    }

    private void marked(long count) {
        html.add(count > 0 ? "<td class=\"doubt\">⚠ {}</td>" : "<td>{}</td>", count);
    }

    private void panel(PanelResult panel, int index) throws IOException {
        boolean alone = results.panels().size() == 1;
        html.add("<section id=\"panel-{}\">\n", index + 1);
        if (!alone) {
            html.add("<h2>{}</h2>\n", panel.config().title());
        }
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
        figure(panel, index);
        Tables.medians(html, panel);
        html.add("<h3>{}</h3>\n", "What was asked");
        list(ConfigInWords.of(panel.config()));
        html.add("<h3>{}</h3>\n", "Estimates");
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
        Tables.estimates(html, panel);
        html.add("<h3>{}</h3>\n", "How it was run, and how to repeat it");
        list(provenance(panel));
        html.add("<pre>{}</pre>\n", command(panel));
        html.add(
                "<details><summary>The whole config; saved as a file, gnc sweep FILE runs it</summary>"
                        + "<pre>{}</pre></details>\n",
                Json.print(ConfigJson.write(panel.config())));
        html.raw("</section>\n");
    }

    private void figure(PanelResult panel, int index) throws IOException {
        Path file = panel.directory().resolve(PanelFiles.FIGURE);
        if (!Files.isRegularFile(file)) {
            html.raw("<p>There is no figure here: nothing was finished, or there were no fonts.</p>\n");
            return;
        }
        String label = FigureCaption.label(panel.config());
        html.raw("<figure>\n").raw(SvgFigure.read(file, "panel-" + (index + 1) + "-", label));
        html.add("\n<figcaption>{}</figcaption>\n</figure>\n", FigureCaption.of(panel));
    }

    private void list(Map<String, String> parts) {
        html.raw("<dl>\n");
        parts.forEach((name, value) -> html.add("<dt>{}</dt><dd>{}</dd>\n", name, value));
        html.raw("</dl>\n");
    }

    private static Map<String, String> provenance(PanelResult p) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "machine",
                p.text("host") + ": " + p.text("cpu") + ", " + p.text("processors") + " processors, " + p.text("os"));
        parts.put("JDK", p.text("jdk"));
        parts.put("kernels", "backend " + p.text("backend") + ", threads of a trial " + p.text("threads"));
        parts.put("guesscheck", "version " + p.text("version") + ", revision " + p.text("gitRevision"));
        parts.put("time", time(p));
        JsonNode threads = p.run().path("threadSeconds");
        if (threads.has("guessAndCheck") && threads.has("gradientDescent")) {
            parts.put(
                    "time of threads",
                    "guess and check "
                            + Figures.seconds(threads.get("guessAndCheck").asDouble())
                            + " s, gradient descent "
                            + Figures.seconds(threads.get("gradientDescent").asDouble())
                            + " s");
        }
        return parts;
    }

    private static String time(PanelResult p) {
        try {
            Instant start = Instant.parse(p.text("start")).truncatedTo(ChronoUnit.SECONDS);
            Instant end = Instant.parse(p.text("end")).truncatedTo(ChronoUnit.SECONDS);
            int resumptions = p.run().path("resumptions").size();
            return start + " to " + end
                    + (resumptions == 0
                            ? " (" + Duration.between(start, end).toSeconds() + " s)"
                            : ", resumed after " + resumptions
                                    + (resumptions == 1 ? " interruption" : " interruptions"));
        } catch (DateTimeParseException e) {
            return "unknown";
        }
    }

    /** The command that repeats a panel: by the name of a preset, otherwise by the run.json with its config. */
    private static String command(PanelResult panel) {
        String title = panel.config().title();
        boolean preset = panel.config().equals(Presets.all().get(title));
        String source =
                preset ? title : panel.directory().resolve(PanelFiles.RUN).toString();
        return "gnc sweep " + quoted(source) + " --out again";
    }

    private static String quoted(String word) {
        return word.matches("[\\w./@%+=:,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
