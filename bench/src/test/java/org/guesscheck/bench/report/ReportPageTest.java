package org.guesscheck.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guesscheck.bench.config.ConfigJson;
import org.guesscheck.bench.config.Presets;
import org.guesscheck.bench.config.SweepConfig;
import org.guesscheck.bench.json.InputException;
import org.guesscheck.bench.json.Json;
import org.guesscheck.bench.sweep.Answers;
import org.guesscheck.bench.sweep.Journal;
import org.guesscheck.bench.sweep.SweepRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportPageTest {
    private static final String HOSTILE = "<script>alert(1)</script>&\"'";

    private static final SweepRun.Watcher NOBODY = new SweepRun.Watcher() {};

    /** Two panels: one whose title would be a script, and one whose estimates are not to be trusted. */
    @TempDir
    private static Path results;

    @TempDir
    private Path directory;

    @BeforeAll
    static void twoPanels() throws IOException {
        sweep(results.resolve("figure-10-tanh"), HOSTILE, "rejection", 0.5);
        sweep(results.resolve("figure-2-linear"), "figure-2-linear", "splitting", 0.1);
    }

    private static void sweep(Path directory, String title, String sampler, double eps) throws IOException {
        Files.createDirectories(directory);
        var node = ConfigJson.write(Presets.all().get("quick"));
        node.put("title", title).put("sampler", sampler).put("relativeError", 0).put("eps", eps);
        node.put("draws", 20_000).put("epochs", 30).put("trials", 2);
        node.putArray("values").add(5).add(7);
        SweepConfig config = ConfigJson.read(node, "test");
        try (Journal journal = Journal.open(directory, config)) {
            journal.begin(false);
            new SweepRun(config, directory, journal, new Answers(), OptionalInt.of(1), "scalar", () -> false, NOBODY)
                    .run();
        }
    }

    private static String page(Path directory) throws IOException {
        return Files.readString(ReportPage.write(directory));
    }

    private static long count(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().count();
    }

    @Test
    void severalPanelsHaveContentsThatLeadToThem() throws IOException {
        String page = page(results);
        assertEquals(2, count(page, "<section id="));
        assertEquals(2, count(page, "<svg "));
        assertTrue(page.indexOf("<nav") < page.indexOf("<section"));
        Matcher links = Pattern.compile("href=\"#([^\"]+)\"").matcher(page);
        while (links.find()) {
            assertTrue(page.contains(" id=\"" + links.group(1) + "\""), links.group(1));
        }
        assertTrue(page.indexOf("<h2>figure-2-linear") < page.indexOf("<h2>&lt;script"), "2 comes before 10");
    }

    @Test
    void whatComesFromFilesIsEscapedAndNothingIsFetched() throws IOException {
        String page = page(results);
        assertEquals(0, count(page, "(?i)<script|<link|<img|<iframe|@import|\\son\\w+=|javascript:"));
        assertEquals(0, count(page, "(?:href|src)=\"(?!#)|url\\((?!#)"), "references lead into the page");
        assertTrue(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;&#39;"));
    }

    @Test
    void namesInFiguresAreUnique() throws IOException {
        List<String> names = Pattern.compile("\\sid=\"([^\"]+)\"")
                .matcher(page(results))
                .results()
                .map(match -> match.group(1))
                .toList();
        assertTrue(names.size() > 6);
        assertEquals(names.size(), names.stream().distinct().count());
    }

    @Test
    void aPanelSaysWhatWasAskedFoundAndNotToBeTrusted() throws IOException {
        Path panel = results.resolve("figure-2-linear");
        String page = page(panel);
        assertEquals(0, count(page, "<nav"));
        for (String said : List.of(
                "widths 5, 7 at depth 2",
                "training loss below 0.1; sampler splitting",
                "backend scalar",
                System.getProperty("java.vendor.version"),
                "gnc sweep " + panel.resolve("run.json") + " --out again",
                "4 of the estimates failed their checks",
                "gradient descent")) {
            assertTrue(page.contains(said), said);
        }
        assertEquals(4, count(page, "<tr class=\"doubt why\">"));
        var doubts = Json.read(panel.resolve("run.json")).get("doubts");
        assertEquals(4, doubts.size());
        doubts.forEach(doubt -> doubt.get("reasons")
                .forEach(reason -> assertTrue(page.contains(Html.escape(reason.asText())), reason.asText())));
        String mean = Files.readAllLines(panel.resolve("estimates.csv")).get(1).split(",")[5];
        assertTrue(page.contains("⚠ " + Figures.of(Double.parseDouble(mean)) + "</td>"), mean);
    }

    @Test
    void trustworthyEstimatesHaveNoMark() throws IOException {
        assertFalse(page(results.resolve("figure-10-tanh")).contains("⚠"));
    }

    @Test
    void aKilledPanelIsListed() throws IOException {
        copy(results.resolve("figure-2-linear"), directory.resolve("one"));
        Path killed = Files.createDirectories(directory.resolve("two"));
        Files.writeString(killed.resolve(Journal.FILE), "");
        assertTrue(page(directory).contains("two</th><td colspan=\"3\" class=\"doubt\">⚠ killed"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run.json | {} | run.json: config: missing",
                "run.json | nonsense | run.json: not valid JSON",
                "estimates.csv | 'width,depth' | ",
                "estimates.csv | 'width,depth\n5,2' | estimates.csv: line 2, column trial: missing",
                "estimates.csv | 'width,depth,trial\nx,2,0' | estimates.csv: line 2, column width: 'x'; a number",
                "figure.svg | <p/> | figure.svg: not an SVG figure",
                "figure.svg | <svg | figure.svg: not an SVG figure"
            })
    void brokenFilesAreNamed(String file, String content, String sentence) throws IOException {
        copy(results.resolve("figure-2-linear"), directory);
        Files.writeString(directory.resolve(file), content);
        if (sentence == null) {
            assertFalse(page(directory).contains("<tbody><tr><th scope=\"row\">5</th><td>1"), "a table without rows");
        } else {
            String message =
                    assertThrows(InputException.class, () -> page(directory)).getMessage();
            assertTrue(message.contains(sentence), message);
            assertEquals(1, message.lines().count());
        }
    }

    @Test
    void aDirectoryWithoutResultsIsRefused() {
        for (Path wrong : List.of(directory, directory.resolve("absent"))) {
            String message =
                    assertThrows(InputException.class, () -> page(wrong)).getMessage();
            assertTrue(message.startsWith(wrong + ": "), message);
        }
    }

    @Test
    void aFigureLosesWhatRunsOrIsFetched() throws IOException {
        Path file = Files.writeString(directory.resolve("figure.svg"), """
            <!DOCTYPE svg [<!ENTITY file SYSTEM "file:///etc/hostname">]>
            <svg xmlns="http://www.w3.org/2000/svg" width="9" height="8" onload="alert(1)"><script>alert(2)</script>
            <a href="javascript:alert(3)"><text>link</text></a><image href="picture.png"/>
            <g style="clip-path:url(#c); fill:red" onclick="alert(4)"><path id="c" d="M0 0"/></g>
            <rect style="fill:url(elsewhere.svg#c)"/><text>a&lt;b &file;</text></svg>
            """);
        assertEquals(
                "<svg viewBox=\"0 0 9 8\" role=\"img\" aria-label=\"x&quot;y\">"
                        + "<g style=\"clip-path:url(#p-c); fill:red\"><path d=\"M0 0\" id=\"p-c\"></path></g>"
                        + "<rect></rect><text>a&lt;b </text></svg>",
                SvgFigure.read(file, "p-", "x\"y"));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (String name : List.of("run.json", "estimates.csv", "figure.svg")) {
            Files.writeString(to.resolve(name), Files.readString(from.resolve(name)));
        }
    }
}
