package org.guesscheck.gnc.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The line that shows how far a command is; the clock is the test's. */
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
        clock.set(SECOND);
        line.show("long");
        assertEquals(live("long"), shown());
        clock.addAndGet(SECOND / 10);
        line.show("longer");
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
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= 300; i++) {
            clock.set(i * SECOND / 10);
            line.show("step " + i);
            shown().lines().forEach(lines::add);
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
    void coloursAreForTerminalsOfThoseWhoWantThem(boolean live, String noColor, boolean coloured) {
        assertEquals(coloured, line(live, noColor).warning("x").contains("\033["));
    }
}
