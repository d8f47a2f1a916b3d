package org.guesscheck.gnc.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.guesscheck.gnc.learn.SetsSummary.Row;
import org.guesscheck.gnc.page.Html;
import org.guesscheck.gnc.text.InputException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of learning curves. */
class LearningReportTest {
    private static final String HOSTILE = "<script>alert(1)</script>&\"'";

    @TempDir
    private static Path whole;

    private static String page;

    @TempDir
    private Path directory;

    @BeforeAll
    static void threeSets() throws IOException {
        SmallCurves.run(whole, HOSTILE, 3, 3);
        page = Files.readString(ReportPage.write(whole));
    }

    @Test
    void everyRowIsThere() throws IOException {
        LearningResult result = LearningResult.read(whole);
        assertEquals(
                List.of(1, 2, 4, 6), result.listed().stream().map(Row::samples).toList());
        for (Row row : result.listed()) {
            String cells = page.substring(page.indexOf("<tr><th scope=\"row\">" + row.samples() + "</th>"));
            cells = cells.substring(0, cells.indexOf("</tr>"));
            assertTrue(cells.contains(LearningSection.text(row.logProbability())), cells);
            assertTrue(cells.contains(LearningSection.text(row.accuracy().orElseThrow())), cells);
            assertTrue(cells.contains(" of 48</td>"), cells);
        }
        assertTrue(page.contains("<caption>Means over the training sets, with 95 % intervals</caption>"));
    }

    @Test
    void setsThatAreNotTrustworthyAreMarkedWithTheirReasons() throws IOException {
        LearningResult result = LearningResult.read(whole);
        assertEquals(List.of(0, 1, 2), result.doubtful());
        assertTrue(page.contains("⚠ 3 of 3 curves failed their checks"));
        for (int set = 0; set < 3; set++) {
            String reason =
                    result.sets().get(set).curve().diagnostics().reasons().getFirst();
            assertTrue(page.contains("⚠ set " + set + " is not trustworthy: " + Html.escape(reason)), reason);
            assertTrue(page.contains(result.sets().get(set).curve().origin().digest()));
        }
    }

    @Test
    void questionAndCommandAreThereAndNoTextIsCode() {
        assertTrue(page.contains(
                "<dt>guess and check</dt><dd>tested at 1 2 4 6, sampler splitting, particles 32, sweeps 3,"
                        + " replicas 2, relative error 0</dd>"));
        assertTrue(page.contains("60 with 2 features in 2 classes, digest sha256:"));
        assertTrue(page.contains("<dd>3 with 6 samples each, drawn at random; 54 others for tests</dd>"));
        assertTrue(page.contains("runs 16, loss logistic, optimizer gd, learning rate 0.5"));
        assertTrue(page.contains(
                "<pre class=\"command\">gnc learn --generate &#39;moons:0.2 &amp; more&#39; --samples 6 --out"
                        + " again</pre>"));
        assertFalse(page.contains("<script>alert"));
        assertEquals(
                1,
                Pattern.compile("<figure class=\"instrument\"")
                        .matcher(page)
                        .results()
                        .count());
        assertTrue(page.contains("<svg viewBox="), "the printed figure");
    }

    @Test
    void anInterruptedRunSaysSo() throws IOException {
        SmallCurves.run(directory, "moons", 1, 4);
        String interrupted = Files.readString(ReportPage.write(directory));
        assertTrue(interrupted.contains("1 of 4 training sets are finished. The command that began it resumes it"));
        byte[] run = Files.readAllBytes(directory.resolve("run.json"));
        SmallCurves.run(directory, "moons", 2, 4);
        Files.write(directory.resolve("run.json"), run);
        assertTrue(Files.readString(ReportPage.write(directory))
                .contains("There are 2 finished training sets by now, and files of 1"));
        Files.delete(directory.resolve("run.json"));
        String said = assertThrows(InputException.class, () -> ReportPage.write(directory))
                .getMessage();
        assertTrue(said.contains("sets.jsonl: its run goes on, or was cut off before it left a run.json"), said);
    }

    @Test
    void besideOthersItIsRefused() throws IOException {
        Path other = Files.createDirectory(directory.resolve("other"));
        String said = assertThrows(
                        InputException.class, () -> ReportPage.write(List.of(whole, other), directory.resolve("page")))
                .getMessage();
        assertTrue(said.startsWith(whole + ": is of learning curves, which have a page of their own"), said);
        SmallCurves.run(directory.resolve("curves"), "moons", 1, 1);
        said = assertThrows(InputException.class, () -> ReportPage.write(directory))
                .getMessage();
        assertTrue(said.contains("curves: it is of learning curves, which have a page of their own"), said);
    }
}
