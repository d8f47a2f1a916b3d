package org.guesscheck.bench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.guesscheck.bench.config.ConfigJson;
import org.guesscheck.bench.config.Presets;
import org.guesscheck.bench.config.SweepConfig;
import org.guesscheck.bench.sweep.Cell;
import org.guesscheck.bench.sweep.Failure;
import org.guesscheck.core.descent.Descent;
import org.guesscheck.core.sampler.Diagnostics;
import org.guesscheck.core.sampler.GeneralizationLoss;
import org.guesscheck.core.sampler.Posterior;
import org.guesscheck.core.sampler.PriorMean;
import org.guesscheck.core.sampler.Progress;
import org.guesscheck.core.sampler.ThresholdEstimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the user sees while a command works; the clock is the test's. */
class ProgressLineTest {
    private static final long SECOND = 1_000_000_000L;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final AtomicLong clock = new AtomicLong();

    private ProgressLine line(boolean live, String noColor, int width) {
        PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);
        return new ProgressLine(out, live, noColor, width, clock::get);
    }

    private String shown() {
        String text = shown.toString(StandardCharsets.UTF_8);
        shown.reset();
        return text;
    }

    @Test
    void aTerminalHasOneLineThatIsReplaced() {
        ProgressLine line = line(true, null, 80);
        clock.set(SECOND);
        line.accept(new Progress(25_000_000, 100_000_000, 321, 0.5));
        assertEquals("\r25%, 5.00e7 draws/s, 321 accepted, 2 s left", shown());
        clock.addAndGet(SECOND / 10);
        line.accept(new Progress(30_000_000, 100_000_000, 400, 0.6));
        assertEquals("", shown(), "too soon");
        clock.addAndGet(SECOND / 5);
        line.show("short");
        assertEquals("\rshort" + " ".repeat("25%, 5.00e7 draws/s, 321 accepted, 2 s left".length() - 5), shown());
        line.line("done");
        assertEquals("\r     \rdone" + System.lineSeparator(), shown());
    }

    @Test
    void aLineThatIsTooLongForTheTerminalIsCut() {
        ProgressLine line = line(true, null, 10);
        clock.set(SECOND);
        line.show("0123456789abc");
        assertEquals("\r012345678", shown());
    }

    @Test
    void elsewhereThereIsAPlainLineEveryTenSeconds() {
        ProgressLine line = line(false, null, Integer.MAX_VALUE);
        int lines = 0;
        for (int i = 1; i <= 300; i++) {
            clock.set(i * SECOND / 10);
            line.accept(new Progress(i, 1000, 0, 0.1 * i));
            lines += shown().endsWith("left" + System.lineSeparator()) ? 1 : 0;
        }
        assertEquals(3, lines);
        assertFalse(line.warning("x").contains("\033"));
    }

    @ParameterizedTest
    @CsvSource({"true,,true", "true,'',true", "true,1,false", "false,,false"})
    void coloursAreForTerminalsOfThoseWhoWantThem(boolean live, String noColor, boolean coloured) {
        assertEquals(coloured, line(live, noColor, 80).warning("x").contains("\033["));
    }

    @ParameterizedTest
    @CsvSource({"0.4, 0 s", "99, 99 s", "150, 3 min", "5000, 83 min", "7200, 2.0 h"})
    void timesHaveAUnitThatSuits(double seconds, String text) {
        assertEquals(text, ProgressLine.time(seconds));
    }

    @Test
    void aSweepShowsTheSumOfWhatRunsSideBySide() {
        SweepConfig config = Presets.all().get("quick");
        ProgressLine line = line(true, null, 100);
        SweepProgress sweep = new SweepProgress(config, "quick (1/3)", 2, line, clock::get);
        clock.set(SECOND);
        sweep.samples(0, 20, new Progress(100, 1000, 7, 1));
        shown();
        clock.set(2 * SECOND);
        sweep.samples(0, 40, new Progress(4000, 10_000, 11, 2));
        // Half a cell in 2 s, and nine and a half of the ten that were left are to come.
        assertEquals("\rquick (1/3): 2/12 done, 2.10e3 draws/s, 18 effective, 38 s left", shown().stripTrailing());
        sweep.finished(cell(20), 20);
        assertTrue(shown().contains("quick trial 1/3 width 20: guess and check 0.1000 (50 effective, splitting,"
                + " \033[33mNOT TRUSTWORTHY\033[0m), prior 0.2000, gradient descent 0.3000"
                + " (\033[33mNOT CONVERGED\033[0m, training loss 0.30)"));
        clock.set(4 * SECOND);
        sweep.samples(0, 40, new Progress(10_000, 10_000, 13, 4));
        assertEquals("\rquick (1/3): 3/12 done, 2.50e3 draws/s, 63 effective, 16 s left", shown().stripTrailing());
    }

    @Test
    void aSweepOfRejectionCountsAndSaysWhatFailed() {
        var node = ConfigJson.write(Presets.all().get("quick")).put("sampler", "rejection");
        ProgressLine line = line(false, null, 100);
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
        assertEquals(
                "quick trial 2/3 width 5: guess and check FAILED (not enough memory (Java heap space)), prior unknown,"
                        + " gradient descent FAILED (width: 5; no)",
                shown().strip());
        clock.set(20 * SECOND);
        sweep.samples(0, 40, new Progress(10_000, 10_000, 13, 4));
        assertTrue(shown().contains(", 13 accepted"));
    }

    private static Cell cell(int width) {
        GeneralizationLoss loss = new GeneralizationLoss(0.1, 0.01, 0.08, 0.12, new TreeMap<>());
        Posterior posterior = new Posterior(
                "splitting",
                "scalar",
                1,
                1,
                1000,
                1,
                new PriorMean(0.2, 0.01, 100),
                List.of(new ThresholdEstimate(0.02, 50, 0.05, 0.04, 0.06, Optional.of(loss))),
                List.of(),
                new Diagnostics.Builder().doubt("few").build(),
                "");
        Descent descent = new Descent(1, 0.3, 0.3, false, 1, Descent.FIXED_ORDER, 0, "", List.of());
        int index = Presets.all().get("quick").values().indexOf(width);
        return new Cell(0, index, 0.04, posterior, descent);
    }
}
