package org.guesscheck.gnc.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.guesscheck.gnc.learn.SetsSummary.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of learning curves in a browser. It is quiet: no error, and nothing loaded but itself. */
class LearningInBrowserTest {
    private static final String TIP = "document.querySelector('.tip:not([hidden])')";

    @TempDir
    private static Path files;

    private static Browser browser;
    private static BrowserTab tab;
    private static Path curves;

    @BeforeAll
    static void startAndLearn() throws IOException {
        assumeTrue(Browser.whyNot().isEmpty() || "true".equals(System.getenv("CI")), Browser.whyNot());
        curves = files.resolve("curves");
        SmallCurves.run(curves, "moons", 3, 3);
        ReportPage.write(curves);
        browser = Browser.start(files.resolve("profile"));
        tab = browser.tab();
        tab.size(1000, 800);
    }

    @AfterAll
    static void stop() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void nothingWentWrongAndNothingWasLoaded() throws IOException {
        assertEquals(List.of(), tab.problems());
        assertEquals(1, tab.requests().size(), tab.requests().toString());
    }

    @Test
    void keysShowMeansWithTheirIntervals() throws IOException {
        tab.open(curves.resolve(ReportPage.FILE));
        String legend = tab.text("document.querySelector('.curves').textContent");
        assertTrue(
                legend.contains("guess and check fits the next training sample") && legend.contains("gradient descent"),
                legend);
        assertEquals("logarithmic linear", tab.text("document.querySelector('.chart').dataset.scales"));
        tab.focus(".chart");
        tab.press("ArrowRight");
        tab.until(TIP + "?.textContent.startsWith('guess and check at training samples 1')");
        tab.press("ArrowRight");
        tab.until(TIP + "?.textContent.startsWith('guess and check at training samples 2')");
        Row row = LearningResult.read(curves).drawn().get(1);
        String said = tab.text(TIP + ".textContent");
        assertTrue(said.contains(LearningSection.text(row.accuracy().orElseThrow())), said);
        assertTrue(said.contains("log2 p" + LearningSection.text(row.logProbability())), said);
        assertTrue(said.contains("⚠ 3 of 3 sets are not trustworthy"), said);
    }

    @Test
    void theLogarithmOfTheProbabilityIsShownAtEveryNumber() throws IOException {
        tab.open(curves.resolve(ReportPage.FILE));
        tab.choose(".controls label:nth-of-type(1) select", "log2 p");
        tab.until("document.querySelectorAll('.curves li').length === 1");
        tab.focus(".chart");
        for (int n = 1; n <= 3; n++) {
            tab.press("ArrowRight");
            tab.until(TIP + "?.textContent.startsWith('guess and check at training samples " + n + "')");
        }
        Row row = LearningResult.read(curves).drawn().get(2);
        String said = tab.text(TIP + ".textContent");
        assertTrue(said.contains("log2 p " + Figures.of(row.logProbability().value())), said);
    }
}
