package org.guesscheck.gnc.terminal;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A terminal, or a log, that remembers its text, with a clock that a test sets; the time of day is always noon. */
public final class FakeTerminal {
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final AtomicLong nanoTime = new AtomicLong();

    /** A progress line: live on a terminal, otherwise plain as in a log. */
    public ProgressLine line(boolean live) {
        return line(ProgressForm.AUTO, live, null);
    }

    /** A progress line in a form, on a terminal. */
    public ProgressLine line(ProgressForm form) {
        return line(form, true, null);
    }

    /** A progress line where NO_COLOR has a value. */
    ProgressLine line(ProgressForm form, boolean live, String noColor) {
        PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);
        Clock noon = Clock.fixed(Instant.parse("2026-02-03T12:00:00Z"), ZoneOffset.UTC);
        return new ProgressLine(out, form, live, noColor, noon, this::nanoTime);
    }

    /** Sets the clock. */
    public void at(double seconds) {
        nanoTime.set((long) (seconds * TimeUnit.SECONDS.toNanos(1)));
    }

    /** The clock. */
    public long nanoTime() {
        return nanoTime.get();
    }

    /** The text since the last call. */
    public String shown() {
        String text = shown.toString(StandardCharsets.UTF_8);
        shown.reset();
        return text;
    }

    /** A live line: it erases the old one, lets the terminal cut a long one, and leaves the cursor at the start. */
    public static String live(String text) {
        return "\r\033[2K\033[?7l" + text + "\033[999C\033[K\033[?7h\r";
    }
}
