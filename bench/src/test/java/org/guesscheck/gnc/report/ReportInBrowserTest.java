package org.guesscheck.gnc.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.guesscheck.gnc.config.CellId;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.sweep.Quartiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports in a browser, with its pointer and its keyboard. Every page is quiet: no error, and nothing loaded but itself. */
class ReportInBrowserTest {
    private static final String HOSTILE = "</script><script>document.title = 'run'</script>\"'<img src=x>";

    private static final String TIP = "document.querySelector('.tip:not([hidden])')";

    @TempDir
    private static Path files;

    private static Browser browser;
    private static BrowserTab tab;

    private static Path one;
    private static Path other;
    private static Path map;

    @BeforeAll
    static void startAndSweep() throws IOException {
        assumeTrue(Browser.whyNot().isEmpty() || "true".equals(System.getenv("CI")), Browser.whyNot());
        one = files.resolve("one");
        SmallSweep.run(one, HOSTILE, "rejection", 0.5, 30);
        fitFirstDescent(one);
        other = files.resolve("<i>other");
        SmallSweep.run(other, "other", "splitting", 0.1, 3000);
        map = files.resolve("map");
        SmallSweep.map(map, "map");
        hostileReason(other);
        browser = Browser.start(files.resolve("profile"));
        tab = browser.tab();
    }

    /** What run.json says of an estimate is data too. */
    private static void hostileReason(Path directory) throws IOException {
        ObjectNode run = Json.read(directory.resolve("run.json"));
        ((ArrayNode) run.withArray("doubts").get(0).get("reasons")).removeAll().add(HOSTILE);
        Files.writeString(directory.resolve("run.json"), Json.print(run));
    }

    /** So that one of the descents is without a mark. */
    private static void fitFirstDescent(Path directory) throws IOException {
        Path table = directory.resolve("estimates.csv");
        String rows = Files.readString(table);
        int descent = rows.indexOf("gradient_descent");
        Files.writeString(
                table, rows.substring(0, descent) + rows.substring(descent).replaceFirst(",false,", ",true,"));
    }

    @AfterAll
    static void stop() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void wide() throws IOException {
        tab.size(1000, 800);
    }

    @AfterEach
    void nothingWentWrongAndNothingWasLoaded() throws IOException {
        assertEquals(List.of(), tab.problems());
        assertEquals(1, tab.requests().size(), tab.requests().toString());
        assertNotEquals("run", tab.text("document.title"));
        assertEquals(0, tab.value("document.images.length").asInt());
    }

    /** Opens the page of a directory, which is written once. */
    private static PanelResult open(Path directory) throws IOException {
        if (!Files.exists(directory.resolve(ReportPage.FILE))) {
            ReportPage.write(directory);
        }
        tab.open(directory.resolve(ReportPage.FILE));
        return PanelResult.read(directory);
    }

    private static double median(PanelResult panel, String method, double width) {
        return Quartiles.of(panel.estimates().stream()
                        .filter(row -> row.method().equals(method)
                                && row.cell().value().first() == width)
                        .mapToDouble(row -> row.loss().value())
                        .toArray())
                .orElseThrow()
                .median();
    }

    /** Moves the pointer down the middle of a step of the axis until the box at the pointer tells of a curve. */
    private static String hover(String curve, int step, int steps) throws IOException {
        double[] plot = tab.box(".u-over");
        double x = plot[0] + plot[2] * (step + 0.4) / (steps - 0.2);
        for (double y = plot[1] + 2; y < plot[1] + plot[3]; y += 4) {
            tab.pointTo(x, y);
            String said = tab.text(TIP + "?.textContent ?? ''");
            if (said.startsWith(curve)) {
                return said;
            }
        }
        throw new AssertionError(curve + " is not at step " + step);
    }

    @Test
    void thePointerShowsMedianAndTrials() throws IOException {
        PanelResult panel = open(one);
        String said = hover("guess and check at width 7", 1, 2);
        assertTrue(said.contains("generalization loss " + Figures.of(median(panel, PanelResult.GUESS, 7))), said);
        for (int trial = 0; trial < 2; trial++) {
            EstimateRow row = panel.row(PanelResult.GUESS, new CellId(trial, 7)).orElseThrow();
            assertTrue(said.contains(Figures.of(row.loss().value())), said);
            assertTrue(
                    said.contains(Figures.interval(row.loss().low(), row.loss().high())), said);
            assertTrue(said.contains(Figures.of(row.guess().probability().value())), said);
            assertTrue(said.contains(Figures.count(row.guess().accepted())), said);
        }
        assertTrue(said.contains("rejection"), said);
        tab.pointTo("h1");
        tab.until("!" + TIP);
    }

    @Test
    void anUnfittedDescentSaysWhyAtThePointer() throws IOException {
        open(one);
        String said = hover("gradient descent at width 5", 0, 2);
        assertTrue(said.contains("⚠ gradient descent did not converge: after 30 epochs"), said);
    }

    @Test
    void oneTrialHasItsOwnNumbersAndReason() throws IOException {
        PanelResult panel = open(other);
        tab.choose(".controls label:nth-of-type(2) select", "trial 1");
        String said = hover("guess and check at width 5", 0, 2);
        EstimateRow row = panel.row(PanelResult.GUESS, new CellId(0, 5)).orElseThrow();
        assertTrue(
                said.contains("95 % interval "
                        + Figures.interval(row.loss().low(), row.loss().high())),
                said);
        assertTrue(said.contains("splitting"), said);
        assertTrue(said.contains(Figures.count(row.guess().accepted()) + " effective"), said);
        assertTrue(said.contains("⚠ not trustworthy: " + HOSTILE), said);
    }

    private static final String FIRST_CURVE = ".curves li:first-child button";

    @Test
    void aCurveIsHiddenByClickAndShownByKey() throws IOException {
        open(one);
        assertEquals("true", tab.text("document.querySelector('" + FIRST_CURVE + "').ariaPressed"));
        String all = picture();
        tab.click(FIRST_CURVE);
        tab.until("document.querySelector('" + FIRST_CURVE + "').ariaPressed === 'false'");
        assertNotEquals(all, picture(), "the curve is gone");
        assertTrue(tab.value("document.activeElement === document.querySelector('" + FIRST_CURVE + "')")
                .asBoolean());
        tab.press("Enter");
        tab.until("document.querySelector('" + FIRST_CURVE + "').ariaPressed === 'true'");
        assertEquals(all, picture());
    }

    private static String picture() throws IOException {
        return Integer.toHexString(
                tab.text("document.querySelector('canvas').toDataURL()").hashCode());
    }

    @Test
    void axesBecomeLogarithmic() throws IOException {
        open(one);
        assertEquals("even linear", tab.text("document.querySelector('.chart').dataset.scales"));
        String before = picture();
        tab.choose(".controls label:nth-of-type(4) select", "logarithmic");
        tab.until("document.querySelector('.chart').dataset.scales === 'even logarithmic'");
        String after = picture();
        assertNotEquals(before, after);
        tab.choose(".controls label:nth-of-type(3) select", "logarithmic");
        tab.until("document.querySelector('.chart').dataset.scales === 'logarithmic logarithmic'");
        assertNotEquals(after, picture());
    }

    @Test
    void arrowKeysGoFromPointToPoint() throws IOException {
        open(one);
        tab.focus(".chart");
        tab.press("ArrowRight");
        tab.until(TIP + "?.textContent.startsWith('guess and check at width 5')");
        tab.press("ArrowRight");
        tab.until(TIP + "?.textContent.startsWith('guess and check at width 7')");
        tab.press("ArrowDown");
        tab.until(TIP + "?.textContent.startsWith('gradient descent at width 7')");
        tab.press("Escape");
        tab.until("!" + TIP);
    }

    private static final String MEAN = "table.estimates th[data-column='3']";

    private static List<Double> column(int column) throws IOException {
        var cells = tab.value("[...document.querySelectorAll('table.estimates tbody tr:not(.why)')]"
                + ".map(row => Number(row.cells[" + column + "].dataset.value))");
        return StreamSupport.stream(cells.spliterator(), false)
                .map(cell -> cell.asDouble())
                .toList();
    }

    @Test
    void aTableIsSortedByClickAndByKey() throws IOException {
        open(other);
        assertEquals("mean loss", tab.text("document.querySelector(\"" + MEAN + "\").textContent"));
        tab.click(MEAN + " button");
        List<Double> rising = column(3);
        assertEquals("ascending", tab.text("document.querySelector(\"" + MEAN + "\").ariaSort"));
        List<Double> sorted = new ArrayList<>(rising);
        sorted.sort(Comparator.naturalOrder());
        assertEquals(4, rising.stream().distinct().count());
        assertEquals(sorted, rising);
        tab.press(" ");
        assertEquals("descending", tab.text("document.querySelector(\"" + MEAN + "\").ariaSort"));
        assertEquals(sorted.reversed(), column(3));
        // A remark stays below its row: every row of these is marked.
        assertTrue(tab.value("[...document.querySelectorAll('table.estimates tbody tr:not(.why)')]"
                        + ".every(row => row.nextElementSibling?.classList.contains('why'))")
                .asBoolean());
    }

    @Test
    void marksAreSorted() throws IOException {
        open(one);
        String fitted = "table.estimates th[data-column='14']";
        assertEquals("fitted", tab.text("document.querySelector(\"" + fitted + "\").textContent"));
        assertEquals(List.of(1.0, 0.0, 0.0, 0.0), column(14));
        tab.focus(fitted + " button");
        tab.press("Enter");
        assertEquals(List.of(0.0, 0.0, 0.0, 1.0), column(14));
    }

    @Test
    void theCommandIsCopied() throws IOException {
        open(one);
        String command = tab.text("document.querySelector('pre.command').textContent");
        assertEquals("gnc sweep " + one.resolve("run.json") + " --out again", command);
        tab.click("button.copy");
        tab.until("document.querySelector('button.copy').textContent === 'Copied'");
    }

    @Test
    void twoDirectoriesHaveOneChartAndTheirDifferencesMarked() throws IOException {
        Path page = files.resolve("beside.html");
        ReportPage.write(List.of(one, other), page);
        tab.open(page);
        assertEquals("one beside <i>other", tab.text("document.querySelector('h1').textContent"));
        assertEquals(1, tab.value("document.querySelectorAll('canvas').length").asInt());
        String curves = tab.text("document.querySelector('.curves').textContent");
        assertTrue(curves.contains("guess and check, one") && curves.contains("guess and check, <i>other"), curves);
        String settings = tab.text("document.querySelector('table.settings').innerText");
        assertTrue(settings.contains("eps\t0.5\t0.1"), settings);
        assertTrue(settings.contains("sampler\trejection\tsplitting"), settings);
        assertFalse(settings.contains("measurements"), "which are the same");
        String estimates = tab.text("document.querySelector('table.differences.estimates').innerText");
        assertTrue(estimates.contains("⚠ intervals do not overlap"), estimates);
        int differing = tab.value("document.querySelectorAll('table.differences.estimates tbody tr').length")
                .asInt();
        assertEquals(apart(), differing);
        String said = hover("guess and check, <i>other at width 5", 0, 2);
        assertTrue(said.contains("⚠ not trustworthy: " + HOSTILE), said);
    }

    /** How many estimates of both have intervals without a number in common, counted from the tables. */
    private static long apart() throws IOException {
        PanelResult first = PanelResult.read(one);
        PanelResult second = PanelResult.read(other);
        return first.estimates().stream()
                .filter(row -> Differences.METHODS.containsKey(row.method()))
                .filter(row -> {
                    EstimateRow.Estimate a = row.loss();
                    EstimateRow.Estimate b =
                            second.row(row.method(), row.cell()).orElseThrow().loss();
                    return Double.isFinite(a.low()) ? a.high() < b.low() || b.high() < a.low() : a.value() != b.value();
                })
                .count();
    }

    @Test
    void aMapIsReadByPointerAndByKey() throws IOException {
        PanelResult panel = open(map);
        assertEquals(
                4, tab.value("document.querySelectorAll('table.map td').length").asInt());
        tab.pointTo("table.map tr:first-child td:nth-of-type(2)");
        tab.until(TIP + "?.textContent.includes('at width 6, eps 0.5')");
        String said = tab.text(TIP + ".textContent");
        double mean = panel.row(PanelResult.GUESS, new CellId(1, org.guesscheck.gnc.config.Point.of(6, 0.5)))
                .orElseThrow()
                .loss()
                .value();
        assertTrue(said.contains(Figures.of(mean)), said);
        tab.focus("table.map td");
        tab.press("ArrowDown");
        tab.until(TIP + "?.textContent.includes('at width 3, eps 0.2')");
        String before = tab.text("document.querySelector('table.map').textContent");
        tab.choose(".controls select", "acceptance probability");
        tab.until("document.querySelector('table.map').textContent !== " + BrowserTab.quoted(before));
    }

    @Test
    void withoutScriptsAndOnPaperThePrintedFigureIsThere() throws IOException {
        String visible = "document.querySelector('.printed svg').getBoundingClientRect().height > 100";
        open(one);
        assertFalse(tab.value(visible).asBoolean());
        tab.show("print", "light");
        assertTrue(tab.value(visible).asBoolean());
        assertEquals(
                0,
                tab.value("document.querySelector('canvas').getBoundingClientRect().height")
                        .asInt());
        tab.show("", "light");
        tab.withoutScripts(true);
        try {
            open(one);
            assertTrue(tab.value(visible).asBoolean());
            assertEquals(
                    0,
                    tab.value("document.querySelectorAll('canvas, button').length")
                            .asInt());
        } finally {
            tab.withoutScripts(false);
        }
    }

    @Test
    void aNarrowPageIsNotWiderThanTheScreen() throws IOException {
        tab.size(390, 800);
        open(one);
        assertTrue(tab.value("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
                .asBoolean());
        assertTrue(tab.value("document.querySelector('canvas').getBoundingClientRect().right <= 390")
                .asBoolean());
        hover("guess and check at width 5", 0, 2);
        assertTrue(tab.value(TIP + ".getBoundingClientRect().right <= 390").asBoolean());
    }
}
