package org.guesscheck.gnc.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The line that shows how far a command is; the clock is the test's. */
class ProgressLineTest {
    private final FakeTerminal terminal = new FakeTerminal();

    @Test
    void aTerminalHasOneLineThatIsReplacedAndCutByTheTerminal() {
        ProgressLine line = terminal.line(true);
        terminal.at(1);
        line.show("long");
        assertEquals(FakeTerminal.live("long"), terminal.shown());
        terminal.at(1.1);
        line.show("longer");
        assertEquals("", terminal.shown(), "too soon");
        terminal.at(1.3);
        line.show("short");
        assertEquals(FakeTerminal.live("short"), terminal.shown());
        line.line("done", () -> "1/2", time -> "{}");
        assertEquals("\r\033[2Kdone" + System.lineSeparator(), terminal.shown());
        line.clear();
        assertEquals("", terminal.shown(), "nothing to take away");
    }

    @Test
    void elsewhereThereIsAPlainLineWithTheTimeEveryTenSeconds() {
        ProgressLine line = terminal.line(false);
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= 300; i++) {
            terminal.at(0.1 * i);
            line.show("step " + i);
            terminal.shown().lines().forEach(lines::add);
        }
        assertEquals(3, lines.size());
        assertEquals("2026-02-03 12:00:00 step 100", lines.getFirst());
        assertFalse(line.warning("x").contains("\033"));
    }

    @ParameterizedTest
    @CsvSource({"xterm-256color,true", "dumb,false", "'',false", ",false"})
    void dumbTerminalsObeyNothing(String type, boolean obeys) {
        assertEquals(obeys, ProgressLine.obeys(type));
    }

    @ParameterizedTest
    @CsvSource({"true,,true", "true,'',true", "true,1,false", "false,,false"})
    void coloursAreForTerminalsWithoutNoColor(boolean live, String noColor, boolean coloured) {
        assertEquals(
                coloured,
                terminal.line(ProgressForm.AUTO, live, noColor).warning("x").contains("\033["));
    }

    @Test
    void otherProgramsGetAnObjectEverySecondAndOneForEachResult() {
        ProgressLine line = terminal.line(ProgressForm.JSON);
        terminal.at(0.9);
        line.show(() -> "words", time -> "{\"time\":\"" + time + "\"}");
        assertEquals("", terminal.shown(), "too soon");
        terminal.at(1);
        line.show(() -> "words", time -> "{\"time\":\"" + time + "\"}");
        line.line("words", () -> "1/2", time -> "{}");
        line.show("words alone");
        line.clear();
        assertEquals(
                List.of("{\"time\":\"2026-02-03T12:00:00Z\"}", "{}"),
                terminal.shown().lines().toList());
        assertEquals("x", line.warning("x"));
    }

    @Test
    void whoWantsNoneOrPlainLinesGetsThemOnATerminalToo() {
        ProgressLine none = terminal.line(ProgressForm.NONE);
        ProgressLine plain = terminal.line(ProgressForm.PLAIN);
        terminal.at(20);
        none.show("words");
        none.line("words", () -> "1/2", time -> "{}");
        none.clear();
        assertEquals("", terminal.shown());
        plain.show("words");
        assertEquals("2026-02-03 12:00:00 words" + System.lineSeparator(), terminal.shown());
    }
}
