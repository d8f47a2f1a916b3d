package org.guesscheck.gnc.terminal;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Progress on stderr, in a {@link ProgressForm}. A terminal that can replace a line has one live line; anything else gets a plain line
 * with the time of day every 10 seconds, or where that was asked for a JSON object every second.
 */
public final class ProgressLine {
    /** Set by the launcher if stderr is a terminal: Java can tell that of standard input and output together, not of stderr. */
    private static final String TERMINAL = "guesscheck.stderr.terminal";

    private static final double LIVE_SECONDS = 0.2;
    private static final double PLAIN_SECONDS = 10;
    private static final double JSON_SECONDS = 1;

    /** Erases the line. */
    private static final String ERASE = "\033[2K";

    /** Lets the terminal cut a line that is too long for it, also after it was made narrower. */
    private static final String CUT = "\033[?7l";

    private static final String WRAP = "\033[?7h";

    /** Clears the last column, into which the terminal wrote the part that it cut. */
    private static final String CLEAN = "\033[999C\033[K";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final PrintStream out;
    private final ProgressForm form;
    private final boolean live;
    private final boolean colours;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private long shownAt;
    private boolean shown;

    /** Shows progress on stderr: live if that is a terminal. */
    public ProgressLine() {
        this(ProgressForm.AUTO);
    }

    /** Shows progress on stderr in a form. */
    public ProgressLine(ProgressForm form) {
        this(
                System.err,
                form,
                Boolean.getBoolean(TERMINAL) && obeys(System.getenv("TERM")),
                System.getenv("NO_COLOR"),
                Clock.systemDefaultZone(),
                System::nanoTime);
    }

    /**
     * Makes a progress line.
     *
     * @param out where it is shown
     * @param form what is shown there
     * @param terminal whether the place is a terminal that knows control sequences
     * @param noColor value of the variable NO_COLOR: there are colours unless it is set and not empty
     * @param clock time of day
     * @param nanoTime time that passes
     */
    ProgressLine(
            PrintStream out, ProgressForm form, boolean terminal, String noColor, Clock clock, LongSupplier nanoTime) {
        this.out = out;
        this.form = form;
        this.clock = clock;
        this.nanoTime = nanoTime;
        live = terminal && form == ProgressForm.AUTO;
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

    /** Shows a text, unless another was shown a moment ago; then the text is not made. It has no form for other programs. */
    public synchronized void show(Supplier<String> text) {
        if (form != ProgressForm.JSON && due()) {
            print(text.get());
        }
    }

    /**
     * Shows a text, or for other programs an object, unless another was shown a moment ago; then neither is made.
     *
     * @param object makes one line of JSON, given the time of day
     */
    public synchronized void show(Supplier<String> text, Function<Instant, String> object) {
        if (form != ProgressForm.JSON) {
            show(text);
        } else if (due()) {
            print(object);
        }
    }

    private boolean due() {
        double least = live ? LIVE_SECONDS : form == ProgressForm.JSON ? JSON_SECONDS : PLAIN_SECONDS;
        return form != ProgressForm.NONE && (nanoTime.getAsLong() - shownAt) * 1e-9 >= least;
    }

    private void print(Function<Instant, String> object) {
        shownAt = nanoTime.getAsLong();
        out.println(object.apply(clock.instant()));
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
     * @param object makes one line of JSON for other programs, given the time of day
     */
    public synchronized void line(String text, Supplier<String> state, Function<Instant, String> object) {
        clear();
        if (live) {
            out.println(text);
        } else if (form == ProgressForm.JSON) {
            print(object);
        } else if (form != ProgressForm.NONE) {
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
