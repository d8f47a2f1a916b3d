package org.guesscheck.gnc.terminal;

import java.io.PrintStream;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Progress on stderr. A terminal that can replace a line has one live line; anything else gets a plain line with the time of
 * day every 10 seconds.
 */
public final class ProgressLine {
    /** Set by the launcher if stderr is a terminal: Java can tell that of standard input and output together, not of stderr. */
    private static final String TERMINAL = "guesscheck.stderr.terminal";

    private static final double LIVE_SECONDS = 0.2;
    private static final double PLAIN_SECONDS = 10;

    /** Erases the line. */
    private static final String ERASE = "\033[2K";

    /** Lets the terminal cut a line that is too long for it, also after it was made narrower. */
    private static final String CUT = "\033[?7l";

    private static final String WRAP = "\033[?7h";

    /** Clears the last column, into which the terminal wrote the part that it cut. */
    private static final String CLEAN = "\033[999C\033[K";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final PrintStream out;
    private final boolean live;
    private final boolean colours;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private long shownAt;
    private boolean shown;

    /** Shows progress on stderr. */
    public ProgressLine() {
        this(
                System.err,
                Boolean.getBoolean(TERMINAL) && obeys(System.getenv("TERM")),
                System.getenv("NO_COLOR"),
                Clock.systemDefaultZone(),
                System::nanoTime);
    }

    /**
     * Makes a progress line.
     *
     * @param out where it is shown
     * @param live whether the place is a terminal that knows control sequences
     * @param noColor value of the variable NO_COLOR: there are colours unless it is set and not empty
     * @param clock time of day
     * @param nanoTime time that passes
     */
    ProgressLine(PrintStream out, boolean live, String noColor, Clock clock, LongSupplier nanoTime) {
        this.out = out;
        this.live = live;
        this.clock = clock;
        this.nanoTime = nanoTime;
        shownAt = nanoTime.getAsLong();
        colours = live && (noColor == null || noColor.isEmpty());
    }

    /** Whether a terminal of this type knows control sequences. */
    static boolean obeys(String type) {
        return type != null && !type.isEmpty() && !type.equals("dumb");
    }

    /** A text that must be noticed: yellow if there are colours. */
    public String warning(String text) {
        return colours ? "\033[33m" + text + "\033[0m" : text;
    }

    /** Shows a text, unless another was shown a moment ago. */
    public synchronized void show(String text) {
        show(() -> text);
    }

    /** Shows a text, unless another was shown a moment ago; then the text is not made. */
    public synchronized void show(Supplier<String> text) {
        if (due()) {
            print(text.get());
        }
    }

    private boolean due() {
        return (nanoTime.getAsLong() - shownAt) * 1e-9 >= (live ? LIVE_SECONDS : PLAIN_SECONDS);
    }

    private void print(String text) {
        shownAt = nanoTime.getAsLong();
        if (live) {
            // The cursor returns to the start of the line, so that other output overwrites it.
            out.print("\r" + ERASE + CUT + text + CLEAN + WRAP + "\r");
            out.flush();
            shown = true;
        } else {
            out.println(time() + text);
        }
    }

    /** The time of day, which a log lacks. */
    private String time() {
        return LocalDateTime.now(clock).format(TIME) + " ";
    }

    /**
     * Prints a line of its own.
     *
     * @param state how far the work is; added in a log, which has no live line that says it
     */
    public synchronized void line(String text, Supplier<String> state) {
        clear();
        if (live) {
            out.println(text);
        } else {
            out.println(time() + text + " [" + state.get() + "]");
            shownAt = nanoTime.getAsLong();
        }
    }

    /** Removes the live line. */
    public synchronized void clear() {
        if (shown) {
            // Ctrl-C leaves its two characters and the cursor after them.
            out.print("\r" + ERASE);
            out.flush();
            shown = false;
        }
    }
}
