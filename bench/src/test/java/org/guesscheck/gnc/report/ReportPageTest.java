package org.guesscheck.gnc.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guesscheck.gnc.journal.Journal;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.page.Html;
import org.guesscheck.gnc.text.InputException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportPageTest {
    private static final String HOSTILE = "<script>alert(1)</script>&\"'";

    /** Two panels: one whose title would be a script, and one whose estimates are not to be trusted. */
    @TempDir
    private static Path results;

    @TempDir
    private Path directory;

    @BeforeAll
    static void twoPanels() throws IOException {
        SmallSweep.run(results.resolve("figure-10-tanh"), HOSTILE, "rejection", 0.5, 3000);
        SmallSweep.run(results.resolve("figure-2-linear"), "figure-2-linear", "splitting", 0.1, 30);
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

    /** Elements and attributes of the page that are not the text of its own scripts. */
    private static String withoutScripts(String page) {
        return page.replaceAll("(?s)<script>.*?</script>", "<own>")
                .replaceAll("(?s)<script type=\"application/json\">[^<>&]*</script>", "<data>");
    }

    @Test
    void whatComesFromFilesIsEscapedAndNothingIsFetched() throws IOException {
        String page = page(results);
        String rest = withoutScripts(page);
        assertEquals(3, count(rest, "<own>"), "library, tables, instrument");
        assertEquals(2, count(rest, "<data>"), "the numbers of two panels");
        assertEquals(0, count(rest, "(?i)<script|<link|<img|<iframe|@import|\\son\\w+=|javascript:"));
        assertEquals(0, count(rest, "(?:href|src)=\"(?!#)|url\\((?!#)"), "references lead into the page");
        assertTrue(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;&#39;"));
    }

    /** A browser runs the scripts whose digests the page's policy names, and loads nothing. */
    @Test
    void thePolicyNamesTheScripts() throws Exception {
        String page = page(results);
        Matcher policy = Pattern.compile("http-equiv=\"Content-Security-Policy\" content=\"([^\"]+)\"")
                .matcher(page);
        assertTrue(policy.find());
        assertTrue(policy.group(1).startsWith("default-src &#39;none&#39;"), policy.group(1));
        Matcher scripts = Pattern.compile("(?s)<script>(.*?)</script>").matcher(page);
        int found = 0;
        while (scripts.find()) {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(scripts.group(1).getBytes(StandardCharsets.UTF_8));
            String name = "&#39;sha256-" + Base64.getEncoder().encodeToString(digest) + "&#39;";
            assertTrue(policy.group(1).contains(name), name);
            found++;
        }
        assertEquals(found, count(policy.group(1), "sha256-"));
    }

    @Test
    void thePageHasTheLicenceOfItsChartLibrary() throws IOException {
        String page = page(results);
        assertTrue(page.contains("uPlot " + ChartLibrary.version()));
        assertTrue(page.contains("Permission is hereby granted, free of charge"), "the MIT licence");
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
        assertEquals(4, count(page, "<tr class=\"doubt why\"><td colspan=\"16\">⚠ not trustworthy"));
        assertEquals(
                4,
                count(
                        page,
                        "<tr class=\"doubt why\"><td colspan=\"16\">⚠ gradient descent did not converge: after 30"));
        assertTrue(page.contains("4 of the runs of gradient descent did not converge"));
        assertTrue(page.contains(
                "An open marker stands where an estimate is not to be trusted or gradient descent did not"));
        assertEquals(4, count(page, "<td data-value=\"[^\"]+\">[\\d\u202f]+ effective</td>"));
        var doubts = Json.read(panel.resolve("run.json")).get("doubts");
        assertEquals(4, doubts.size());
        doubts.forEach(doubt -> doubt.get("reasons")
                .forEach(reason -> assertTrue(page.contains(Html.escape(reason.asText())), reason.asText())));
        String mean = Files.readAllLines(panel.resolve("estimates.csv")).get(1).split(",")[5];
        assertTrue(page.contains("⚠ " + Figures.of(Double.parseDouble(mean)) + "</td>"), mean);
    }

    @Test
    void trustworthyEstimatesHaveNoMark() throws IOException {
        assertFalse(withoutScripts(page(results.resolve("figure-10-tanh"))).contains("⚠"));
    }

    @Test
    void aKilledPanelIsListed() throws IOException {
        copy(results.resolve("figure-2-linear"), directory.resolve("one"));
        Path killed = Files.createDirectories(directory.resolve("two"));
        Files.writeString(killed.resolve(Journal.FILE), "");
        assertTrue(page(directory)
                .contains("two</th><td colspan=\"5\" class=\"doubt\">⚠ its sweep is running, or was cut off"));
    }

    @Test
    void filesOfTwoSweepsAreNotMixed() throws IOException {
        copy(results.resolve("figure-2-linear"), directory.resolve("one"));
        Path two = directory.resolve("two");
        copy(results.resolve("figure-2-linear"), two);
        // Started over with another threshold and killed, as a version did that left the old files.
        String journal = Files.readString(results.resolve("figure-2-linear").resolve(Journal.FILE))
                .lines()
                .findFirst()
                .orElseThrow()
                .replace("\"eps\":0.1", "\"eps\":0.2")
                .replace(",\"checksums\":\"crc32c\"", "")
                .replaceAll(",\"crc32c\":\"[0-9a-f]{8}\"", "");
        Files.writeString(two.resolve(Journal.FILE), journal + "\n");
        String why = "run.json is of another sweep than journal.jsonl (eps is 0.1 there and 0.2 here)";
        assertTrue(page(directory).contains("two</th><td colspan=\"5\" class=\"doubt\">⚠ " + why));
        String said = assertThrows(InputException.class, () -> page(two)).getMessage();
        assertTrue(said.startsWith(two + ": " + why), said);
        // The same question, but begun at another time.
        Files.writeString(
                two.resolve(Journal.FILE),
                journal.replace("\"eps\":0.2", "\"eps\":0.1").replaceFirst("\"start\":\"....", "\"start\":\"1999")
                        + "\n");
        assertTrue(page(directory).contains("run.json is of another sweep than journal.jsonl (the start is "));
    }

    @Test
    void aSweepThatWasCutOffWhileItWentOnIsSaid() throws IOException {
        copy(results.resolve("figure-2-linear"), directory);
        Path table = directory.resolve("estimates.csv");
        List<String> rows = Files.readAllLines(table);
        Files.write(table, rows.subList(0, rows.size() - 7));
        assertTrue(page(directory).contains("⚠ estimates.csv has 3 estimates and run.json and the figure 4"));
    }

    @Test
    void aJournalThatCannotBeComparedIsSaid() throws IOException {
        copy(results.resolve("figure-2-linear"), directory);
        Files.writeString(directory.resolve(Journal.FILE), "mine\n");
        assertTrue(page(directory).contains("⚠ The journal can&#39;t tell whether it belongs to these files: "));
    }

    @Test
    void filesOfOlderVersionsAreRead() throws IOException {
        copy(results.resolve("figure-2-linear"), directory);
        List<String> old = Files.readAllLines(directory.resolve("estimates.csv")).stream()
                .map(row -> String.join(",", List.of(row.split(",", -1)).subList(0, 17)))
                .toList();
        Files.write(directory.resolve("estimates.csv"), old);
        var run = Json.read(directory.resolve("run.json"));
        run.remove(List.of("descentsNotConverged", "failures", "failedCells"));
        Files.writeString(directory.resolve("run.json"), Json.print(run));
        String page = page(directory);
        assertTrue(page.contains(" effective</td>"), "the sampler tells");
        assertFalse(page.contains("runs of gradient descent did not converge"));
        assertTrue(page.contains("4 of the estimates failed their checks"));
    }

    @Test
    void halfASurrogatePairInATitleIsReplaced() throws IOException {
        copy(results.resolve("figure-2-linear"), directory);
        var run = Json.read(directory.resolve("run.json"));
        ((com.fasterxml.jackson.databind.node.ObjectNode) run.get("config")).put("title", "a\ud83db\u0007");
        // Half a pair can be written as an escape alone.
        Files.writeString(directory.resolve("run.json"), Json.print(run).replace("\ud83d", "\\ud83d"));
        assertTrue(page(directory).contains("<h1>a\ufffdb\ufffd</h1>"));
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
