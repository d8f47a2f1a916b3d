package org.guesscheck.gnc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.guesscheck.core.descent.Descent;
import org.guesscheck.core.descent.DescentExecution;
import org.guesscheck.core.descent.EnsembleProgress;
import org.guesscheck.core.descent.LossPoint;
import org.guesscheck.core.estimate.Interval;
import org.guesscheck.core.posterior.Diagnostics;
import org.guesscheck.core.posterior.Execution;
import org.guesscheck.core.posterior.GeneralizationLoss;
import org.guesscheck.core.posterior.Origin;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.posterior.PriorMean;
import org.guesscheck.core.posterior.ThresholdEstimate;
import org.guesscheck.core.sampler.Progress;
import org.guesscheck.gnc.cluster.Activity;
import org.guesscheck.gnc.cluster.ClusterProgress;
import org.guesscheck.gnc.config.CellId;
import org.guesscheck.gnc.config.ConfigJson;
import org.guesscheck.gnc.config.Presets;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.sweep.Cell;
import org.guesscheck.gnc.sweep.Failure;
import org.guesscheck.gnc.terminal.FakeTerminal;
import org.guesscheck.gnc.terminal.ProgressForm;
import org.guesscheck.gnc.terminal.ProgressLine;
import org.junit.jupiter.api.Test;

/** What the user sees while a sampler or a sweep works; the clock is the test's. */
class SweepProgressTest {
    private final FakeTerminal terminal = new FakeTerminal();

    @Test
    void aSamplerShowsItsShareItsSpeedAndItsCount() {
        SamplerProgress rejection = new SamplerProgress("rejection", terminal.line(true));
        terminal.at(1);
        rejection.accept(new Progress(25_000_000, 100_000_000, 321, 0.5));
        assertEquals(FakeTerminal.live("25%, 2 s left, 5.00e7 draws/s, 321 accepted"), terminal.shown());
    }

    @Test
    void particlesAreNoAcceptedDraws() {
        SamplerProgress splitting = new SamplerProgress("splitting", terminal.line(false));
        terminal.at(10);
        splitting.accept(new Progress(100, 1000, 8192, 10));
        assertEquals("2026-02-03 12:00:00 10%, 90 s left, 10 draws/s" + System.lineSeparator(), terminal.shown());
    }

    @Test
    void aSweepShowsTheSumOfWhatRunsSideBySide() {
        SweepConfig config = Presets.all().get("quick");
        ProgressLine line = terminal.line(true);
        SweepProgress sweep = new SweepProgress(List.of(config, config, config), 2, line, terminal::nanoTime);
        terminal.at(1);
        sweep.samples(new CellId(0, 20), new Progress(100, 1000, 7, 1));
        terminal.shown();
        terminal.at(2);
        sweep.samples(new CellId(0, 40), new Progress(4000, 10_000, 11, 2));
        // Half a cell in 2 s, and 33.5 of the 34 that were left are to come.
        assertEquals(FakeTerminal.live("quick (1/3): 2/36 done, 2 min left, 2.10e3 draws/s"), terminal.shown());
        sweep.finished(cell(20));
        assertTrue(terminal.shown()
                .contains("quick trial 1/3 width 20: guess and check 0.1000 (effectively 50 accepted,"
                        + " splitting, \033[33mNOT TRUSTWORTHY\033[0m), prior 0.2000, gradient descent 0.3000"
                        + " (\033[33mNOT CONVERGED\033[0m, training loss 0.30)"));
        terminal.at(4);
        sweep.samples(new CellId(0, 40), new Progress(10_000, 10_000, 13, 4));
        assertEquals(
                FakeTerminal.live("quick (1/3): 3/36 done, 1 marked, error 10%, 64 s left, 2.50e3 draws/s"),
                terminal.shown());
        sweep.finished(cell(40));
        sweep.begin(1);
        terminal.shown();
        terminal.at(6);
        sweep.samples(new CellId(0, 20), new Progress(0, 1000, 0, 0));
        assertEquals(
                FakeTerminal.live("quick (2/3): 4/36 done, 2 marked, error 10% (at most 10%), 96 s left, 0 draws/s"),
                terminal.shown());
    }

    @Test
    void otherProgramsGetTheSameAsFields() {
        SweepConfig config = Presets.all().get("quick");
        ProgressLine line = terminal.line(ProgressForm.JSON);
        SweepProgress sweep = new SweepProgress(List.of(config, config, config), 2, line, terminal::nanoTime);
        terminal.at(2);
        sweep.samples(new CellId(0, 40), new Progress(5000, 10_000, 11, 2));
        assertEquals(
                "{\"progress\":\"sweep\",\"time\":\"2026-02-03T12:00:00Z\",\"share\":0.06944444444444445,"
                        + "\"secondsLeft\":134.0,\"panel\":\"quick\",\"panelNumber\":1,\"panels\":3,\"cells\":36,"
                        + "\"done\":2,\"failed\":0,\"marked\":0,\"relativeError\":{\"median\":null,\"largest\":null},"
                        + "\"drawsPerSecond\":2500.0,\"running\":[{\"trial\":0,\"value\":40,\"share\":0.5,"
                        + "\"draws\":5000,\"accepted\":11}]}",
                terminal.shown().strip());
        sweep.finished(cell(40));
        JsonNode object = Json.parse(terminal.shown(), "progress");
        assertEquals(3, object.get("done").intValue());
        assertEquals(0, object.get("running").size());
        assertEquals(0.1, object.at("/relativeError/median").doubleValue(), 1e-12);
        assertEquals(
                "{\"trial\":0,\"value\":40,\"mean\":0.1,\"standardError\":0.01,\"accepted\":50.0,\"prior\":0.2,"
                        + "\"gradientDescent\":0.3,\"trustworthy\":false,\"descentFits\":false,\"failures\":[]}",
                Json.line(object.get("finished")));
    }

    @Test
    void anEstimateAndADescentHaveFieldsToo() {
        SamplerProgress splitting = new SamplerProgress("splitting", terminal.line(ProgressForm.JSON));
        terminal.at(1);
        splitting.accept(new Progress(250, 1000, 321, 0.5));
        assertEquals(
                "{\"progress\":\"estimate\",\"time\":\"2026-02-03T12:00:00Z\",\"share\":0.25,\"secondsLeft\":1.5,"
                        + "\"draws\":250,\"drawsExpected\":1000,\"drawsPerSecond\":500.0,\"accepted\":null}",
                terminal.shown().strip());
        DescentProgressLine descent = new DescentProgressLine(terminal.line(ProgressForm.JSON));
        terminal.at(2);
        descent.show(new EnsembleProgress(3, 10, 250, 1000, 0.5));
        assertEquals(
                "{\"progress\":\"descend\",\"time\":\"2026-02-03T12:00:00Z\",\"share\":0.25,\"secondsLeft\":1.5,"
                        + "\"epochs\":250,\"epochsExpected\":1000,\"epochsPerSecond\":500.0,\"runs\":10,"
                        + "\"runsDone\":3}",
                terminal.shown().strip());
    }

    @Test
    void aSweepOnAClusterShowsItsTasks() {
        SweepConfig config = Presets.all().get("quick");
        ProgressLine line = terminal.line(true);
        SweepProgress sweep = new SweepProgress(List.of(config), 2, line, terminal::nanoTime);
        terminal.at(1);
        Activity nobody = new Activity(0, 0, 0, 0, "1 core and 1024 MiB of memory");
        sweep.computes(new CellId(0, 20), new ClusterProgress(0, 100, 0, 2, nobody, 1));
        assertEquals(
                FakeTerminal.live("quick: 2/12 done, waiting for executors with 1 core and 1024 MiB of memory each"),
                terminal.shown());
        terminal.at(2);
        Activity busy = new Activity(2, 3, 3, 0, "1 core and 1024 MiB of memory");
        sweep.computes(new CellId(0, 20), new ClusterProgress(50, 100, 7, 3, busy, 2));
        assertEquals(
                FakeTerminal.live("quick: 2/12 done, 38 s left, 3 tasks running on 2 executors"), terminal.shown());
    }

    @Test
    void aSweepOfRejectionCountsAndSaysWhatFailed() {
        var node = ConfigJson.write(Presets.all().get("quick")).put("sampler", "rejection");
        ProgressLine line = terminal.line(false);
        SweepProgress sweep = new SweepProgress(List.of(ConfigJson.read(node, "test")), 0, line, terminal::nanoTime);
        sweep.finished(new Cell(
                new CellId(1, 5),
                Double.NaN,
                Optional.empty(),
                Optional.empty(),
                List.of(
                        new Failure(Failure.GUESS_AND_CHECK, new OutOfMemoryError("Java heap space")),
                        new Failure(Failure.GRADIENT_DESCENT, new IllegalArgumentException("width: 5; no")))));
        String text = terminal.shown();
        assertTrue(
                text.contains(
                        "quick trial 2/3 width 5: guess and check FAILED (not enough memory (Java heap space)), prior"
                                + " unknown, gradient descent FAILED (width: 5; no)"),
                text);
        terminal.at(20);
        sweep.samples(new CellId(0, 40), new Progress(10_000, 10_000, 13, 4));
        text = terminal.shown();
        assertTrue(text.contains(", 13 accepted"), text);
    }

    @Test
    void aLogSaysWithEveryResultHowFarTheSweepIs() {
        ProgressLine line = terminal.line(false);
        SweepProgress sweep = new SweepProgress(List.of(Presets.all().get("quick")), 2, line, terminal::nanoTime);
        terminal.at(1);
        sweep.finished(cell(20));
        String text = terminal.shown();
        assertTrue(text.startsWith("2026-02-03 12:00:00 quick trial 1/3 width 20: guess and check 0.1000 "), text);
        assertTrue(text.endsWith("[3/12 done, 1 marked, error 10%, 9 s left]" + System.lineSeparator()), text);
    }

    private static Cell cell(int width) {
        GeneralizationLoss loss = new GeneralizationLoss(0.1, 0.01, new Interval(0.08, 0.12), new TreeMap<>());
        Posterior posterior = new Posterior(
                new Origin("splitting", 1, 1000, ""),
                new Execution("scalar", 1, 1),
                new PriorMean(0.2, 0.01, 100),
                List.of(new ThresholdEstimate(0.02, 50, 0.05, new Interval(0.04, 0.06), Optional.of(loss))),
                List.of(),
                new Diagnostics.Builder().doubt("few").build());
        Descent descent = new Descent(
                new LossPoint(1, 0.3, 0.3),
                false,
                new DescentExecution(Descent.FIXED_ORDER, 1, 0),
                "",
                List.of(),
                new float[0]);
        return new Cell(new CellId(0, width), 0.04, posterior, descent);
    }
}
