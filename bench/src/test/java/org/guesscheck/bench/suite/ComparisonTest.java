package org.guesscheck.bench.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.text.InputException;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static MeasuredRate figure(String id, double... rates) {
        return new MeasuredRate(id, Work.of("draws", 100), rates, 0, 1);
    }

    private static final MeasuredRate STEADY = figure("draws/a/scalar", 100, 101, 99);
    private static final MeasuredRate OTHER = figure("draws/e/scalar", 50, 50.5, 49.5);
    private static final MeasuredRate NOISY = figure("draws/b/scalar", 100, 160, 70);

    @Test
    void aDropBeyondNoiseIsARegression() {
        Comparison comparison = new Comparison(
                List.of(STEADY, OTHER, NOISY),
                List.of(figure(STEADY.id(), 60, 61, 59.5), OTHER, figure(NOISY.id(), 60, 100, 150)));
        assertEquals(List.of(STEADY.id()), comparison.regressions());
        Comparison.Ratio ratio = comparison.ratios().getFirst();
        assertEquals(0.6, ratio.ratio(), 0.01);
        assertTrue(ratio.low() < ratio.ratio() && ratio.ratio() < ratio.high());
        assertTrue(comparison.text().contains("SLOWER"));
    }

    @Test
    void aGainIsNoRegression() {
        Comparison comparison =
                new Comparison(List.of(STEADY, OTHER), List.of(figure(STEADY.id(), 140, 141, 139), OTHER));
        assertEquals(List.of(), comparison.regressions());
        assertEquals(List.of(), comparison.undecided());
        assertTrue(comparison.text().endsWith("nothing became slower beyond noise"), comparison.text());
    }

    @Test
    void roundsThatScatterCanTellNothing() {
        Comparison comparison = new Comparison(
                List.of(STEADY, OTHER, NOISY),
                List.of(figure(STEADY.id(), 140, 141, 139), OTHER, figure(NOISY.id(), 80, 90, 600)));
        assertEquals(List.of(), comparison.regressions());
        assertEquals(List.of(NOISY.id()), comparison.undecided());
        String text = comparison.text();
        assertTrue(text.contains("  can't tell\n"), text);
        assertTrue(text.contains("can't tell for 1 of 3"), text);
        assertFalse(text.contains("nothing became slower"), text);
    }

    @Test
    void aRegressionBesideScatterIsSaidWithIt() {
        Comparison comparison = new Comparison(
                List.of(STEADY, OTHER, NOISY),
                List.of(figure(STEADY.id(), 60, 61, 59.5), OTHER, figure(NOISY.id(), 80, 90, 600)));
        assertEquals(List.of(STEADY.id()), comparison.regressions());
        assertTrue(comparison.text().contains("1 of 3 became slower beyond noise\ncan't tell for 1 of 3"));
    }

    @Test
    void runsWithoutACommonFigureCanTellNothing() {
        Comparison comparison = new Comparison(List.of(STEADY), List.of(OTHER));
        assertFalse(comparison.comparable());
        assertTrue(comparison.text().endsWith("no figure in common"), comparison.text());
    }

    @Test
    void figuresOfOneRunAreNamed() {
        String text = new Comparison(List.of(STEADY, NOISY), List.of(STEADY)).text();
        assertTrue(text.contains("only in the old run: " + NOISY.id()), text);
    }

    @Test
    void aRunIsReadAsItWasWritten() {
        Measured run = new Measured(true, 3, 1.5, List.of(STEADY, NOISY), List.of("a note"));
        RecordedRun again = MeasuredJson.read("run.json", MeasuredJson.write(run));
        assertEquals(STEADY.id(), again.figures().getFirst().id());
        assertEquals(
                List.of(),
                new Comparison(again.figures(), run.figures())
                        .ratios().stream().filter(r -> r.ratio() != 1).toList());
    }

    /** Files of programs that measured no bandwidths have no caches and no bytes. */
    @Test
    void anOlderFileIsReadForAComparison() {
        Measured run = new Measured(true, 3, 1.5, List.of(STEADY, OTHER), List.of());
        ObjectNode node = MeasuredJson.write(run);
        node.remove("caches");
        node.get("figures").forEach(figure -> ((ObjectNode) figure).remove(List.of("bytesPerUnit", "workingSetBytes")));
        RecordedRun older = MeasuredJson.read("older.json", node);
        assertEquals(List.of(), older.caches());
        assertTrue(Double.isNaN(older.figures().getFirst().work().bytes()));
        assertEquals(2, Comparison.of(older, run).ratios().size());
    }

    @Test
    void aWrongFileIsRefusedByField() {
        ObjectNode node = MeasuredJson.write(new Measured(true, 3, 1.5, List.of(STEADY), List.of()));
        ((ObjectNode) node.get("figures").get(0)).set("rates", Json.array(1.0, -2.0));
        assertTrue(assertThrows(InputException.class, () -> MeasuredJson.read("run.json", node))
                .getMessage()
                .contains("figures[0].rates"));
        ((ArrayNode) node.get("figures")).removeAll();
        assertThrows(InputException.class, () -> MeasuredJson.read("run.json", node));
        assertThrows(InputException.class, () -> MeasuredJson.read("run.json", Json.object()));
    }

    @Test
    void badlyCompiledKernelsAreNamed() {
        MeasuredRate wide = figure("draws/c/vector-512", 50, 50, 20);
        MeasuredRate narrow = figure("draws/c/vector-256", 100, 100, 100);
        MeasuredRate boxing = new MeasuredRate("draws/d/vector-512", Work.of("draws", 1), new double[] {5, 5}, 80, 1);
        List<MeasuredRate> figures = List.of(wide, narrow, boxing);
        List<Case> cases = figures.stream()
                .map(f -> new Case(f.id(), Work.of("draws", 1), false, seconds -> new Round(1, 0, 1)))
                .toList();
        List<String> notes = Suspicions.of(cases, figures);
        assertEquals(3, notes.size(), notes.toString());
        assertTrue(notes.get(0).contains("slowest round reached 40%"), notes.get(0));
        assertTrue(notes.get(1).contains("only 50% of draws/c/vector-256"), notes.get(1));
        assertTrue(notes.get(2).contains("allocates 80.0 bytes"), notes.get(2));
    }
}
