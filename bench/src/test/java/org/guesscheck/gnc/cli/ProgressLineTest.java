package org.guesscheck.gnc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.guesscheck.core.descent.Descent;
import org.guesscheck.core.descent.DescentExecution;
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
import org.guesscheck.gnc.config.ConfigJson;
import org.guesscheck.gnc.config.Presets;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.sweep.Cell;
import org.guesscheck.gnc.sweep.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the user sees while a command works; the clock is the test's. */
class ProgressLineTest {
    private static final long SECOND = 1_000_000_000L;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final AtomicLong clock = new AtomicLong();

    private ProgressLine line(boolean live, String noColor) {
        PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);
        Clock noon = Clock.fixed(Instant.parse("2026-02-03T12:00:00Z"), ZoneOffset.UTC);
        return new ProgressLine(out, live, noColor, noon, clock::get);
    }

    private String shown() {
        String text = shown.toString(StandardCharsets.UTF_8);
        shown.reset();
        return text;
    }

    @Test
    void aTerminalHasOneLineThatIsReplacedAndCutByTheTerminal() {
        ProgressLine line = line(true, null);
        Consumer<Progress> rejection = line.of("rejection");
        clock.set(SECOND);
        rejection.accept(new Progress(25_000_000, 100_000_000, 321, 0.5));
        assertEquals(live("25%, 2 s left, 5.00e7 draws/s, 321 accepted"), shown());
        clock.addAndGet(SECOND / 10);
        rejection.accept(new Progress(30_000_000, 100_000_000, 400, 0.6));
        assertEquals("", shown(), "too soon");
        clock.addAndGet(SECOND / 5);
        line.show("short");
        assertEquals(live("short"), shown());
        line.line("done", () -> "1/2");
        assertEquals("\033[2Kdone" + System.lineSeparator(), shown());
        line.clear();
        assertEquals("", shown(), "nothing to take away");
    }

    /** Erases the line, lets the terminal cut the next one, and leaves the cursor where other output goes over it. */
    private static String live(String text) {
        return "\r\033[2K\033[?7l" + text + "\033[999C\033[K\033[?7h\r";
    }

    @Test
    void elsewhereThereIsAPlainLineWithTheTimeEveryTenSeconds() {
        ProgressLine line = line(false, null);
        Consumer<Progress> sampler = line.of("splitting");
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= 300; i++) {
            clock.set(i * SECOND / 10);
            sampler.accept(new Progress(i, 1000, 8192, 0.1 * i));
            shown().lines().forEach(lines::add);
        }
        assertEquals(3, lines.size());
        // Splitting's particles are no accepted draws.
        assertEquals("2026-02-03 12:00:00 10%, 90 s left, 10 draws/s", lines.getFirst());
        assertFalse(line.warning("x").contains("\033"));
    }

    @ParameterizedTest
    @CsvSource({"xterm-256color,true", "dumb,false", "'',false", ",false"})
    void dumbTerminalsObeyNothing(String type, boolean obeys) {
        assertEquals(obeys, ProgressLine.obeys(type));
    }

    @ParameterizedTest
    @CsvSource({"true,,true", "true,'',true", "true,1,false", "false,,false"})
    void coloursAreForTerminalsOfThoseWhoWantThem(boolean live, String noColor, boolean coloured) {
        assertEquals(coloured, line(live, noColor).warning("x").contains("\033["));
    }

    @ParameterizedTest
    @CsvSource({"0.4, 0 s", "99, 99 s", "150, 3 min", "5000, 83 min", "7200, 2.0 h"})
    void timesHaveAUnitThatSuits(double seconds, String text) {
        assertEquals(text, ProgressLine.time(seconds));
    }

    @Test
    void aSweepShowsTheSumOfWhatRunsSideBySide() {
        SweepConfig config = Presets.all().get("quick");
        ProgressLine line = line(true, null);
        SweepProgress sweep = new SweepProgress(config, "quick (1/3)", 2, line, clock::get);
        clock.set(SECOND);
        sweep.samples(0, 20, new Progress(100, 1000, 7, 1));
        shown();
        clock.set(2 * SECOND);
        sweep.samples(0, 40, new Progress(4000, 10_000, 11, 2));
        // Half a cell in 2 s, and nine and a half of the ten that were left are to come.
        assertEquals(live("quick (1/3): 2/12 done, 38 s left, 2.10e3 draws/s"), shown());
        sweep.finished(cell(20), 20);
        assertTrue(shown().contains("quick trial 1/3 width 20: guess and check 0.1000 (effectively 50 accepted,"
                + " splitting, \033[33mNOT TRUSTWORTHY\033[0m), prior 0.2000, gradient descent 0.3000"
                + " (\033[33mNOT CONVERGED\033[0m, training loss 0.30)"));
        clock.set(4 * SECOND);
        sweep.samples(0, 40, new Progress(10_000, 10_000, 13, 4));
        assertEquals(live("quick (1/3): 3/12 done, 16 s left, 2.50e3 draws/s"), shown());
    }

    @Test
    void aSweepOfRejectionCountsAndSaysWhatFailed() {
        var node = ConfigJson.write(Presets.all().get("quick")).put("sampler", "rejection");
        ProgressLine line = line(false, null);
        SweepProgress sweep = new SweepProgress(ConfigJson.read(node, "test"), "quick", 0, line, clock::get);
        sweep.finished(
                new Cell(
                        1,
                        0,
                        Double.NaN,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(
                                new Failure(Failure.GUESS_AND_CHECK, new OutOfMemoryError("Java heap space")),
                                new Failure(Failure.GRADIENT_DESCENT, new IllegalArgumentException("width: 5; no")))),
                5);
        String text = shown();
        assertTrue(
                text.contains(
                        "quick trial 2/3 width 5: guess and check FAILED (not enough memory (Java heap space)), prior"
                                + " unknown, gradient descent FAILED (width: 5; no)"),
                text);
        clock.set(20 * SECOND);
        sweep.samples(0, 40, new Progress(10_000, 10_000, 13, 4));
        text = shown();
        assertTrue(text.contains(", 13 accepted"), text);
    }

    @Test
    void aLogSaysWithEveryResultHowFarTheSweepIs() {
        ProgressLine line = line(false, null);
        SweepProgress sweep = new SweepProgress(Presets.all().get("quick"), "quick", 2, line, clock::get);
        clock.set(SECOND);
        sweep.finished(cell(20), 20);
        String text = shown();
        assertTrue(text.startsWith("2026-02-03 12:00:00 quick trial 1/3 width 20: guess and check 0.1000 "), text);
        assertTrue(text.endsWith("[3/12 done, 9 s left]" + System.lineSeparator()), text);
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
        int index = Presets.all().get("quick").values().indexOf(width);
        return new Cell(0, index, 0.04, posterior, descent);
    }
}
