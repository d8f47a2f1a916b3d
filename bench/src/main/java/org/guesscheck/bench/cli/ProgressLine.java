package org.guesscheck.bench.cli;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.guesscheck.core.sampler.Progress;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Progress on stderr: one live line on a terminal, otherwise a plain line every 10 seconds. */
final class ProgressLine implements Consumer<Progress> {
    private static final double LIVE_SECONDS = 0.2;
    private static final double PLAIN_SECONDS = 10;

    private final PrintStream out;
    private final boolean live;
    private final boolean colours;
    private final int width;
    private final LongSupplier nanoTime;
    private long shownAt;
    private int shownWidth;

    ProgressLine() {
        this(
                System.err,
                terminal(),
                System.getenv("NO_COLOR"),
                terminal() ? terminalWidth() : Integer.MAX_VALUE,
                System::nanoTime);
    }

    /**
     * Makes a progress line.
     *
     * @param out where it is shown
     * @param live whether that is a terminal
     * @param noColor value of the variable NO_COLOR: there are colours unless it is set and not empty
     * @param width columns of the terminal; a live line that was longer could not be taken away
     * @param nanoTime the clock
     */
    ProgressLine(PrintStream out, boolean live, String noColor, int width, LongSupplier nanoTime) {
        this.out = out;
        this.live = live;
        this.width = width;
        this.nanoTime = nanoTime;
        shownAt = nanoTime.getAsLong();
        colours = live && (noColor == null || noColor.isEmpty());
    }

    private static boolean terminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /** As picocli finds it out for its help; 80 where it can't. */
    private static int terminalWidth() {
        return new UsageMessageSpec().autoWidth(true).width();
    }

    @Override
    public synchronized void accept(Progress p) {
        if (p.seconds() <= 0) {
            return;
        }
        double rate = p.draws() / p.seconds();
        show(() -> String.format(
                Locale.ROOT,
                "%.0f%%, %s draws/s, %d accepted%s",
                100.0 * p.draws() / p.total(),
                rate(rate),
                p.accepted(),
                rate > 0 ? ", " + time((p.total() - p.draws()) / rate) + " left" : ""));
    }

    /** A rate with three figures, as counts are written on the command line. */
    static String rate(double perSecond) {
        return perSecond < 1000
                ? String.format(Locale.ROOT, "%.0f", perSecond)
                : String.format(Locale.ROOT, "%.2e", perSecond).replaceFirst("e\\+0?", "e");
    }

    /** A time in a unit that suits it. */
    static String time(double seconds) {
        if (seconds < 100) {
            return String.format(Locale.ROOT, "%.0f s", seconds);
        }
        return seconds < 6000
                ? String.format(Locale.ROOT, "%.0f min", seconds / 60)
                : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
    }

    /** A text that is to be seen, in colour where there are colours. */
    String warning(String text) {
        return colours ? "\033[33m" + text + "\033[0m" : text;
    }

    /** Shows a text, unless one was shown a moment ago. */
    synchronized void show(String text) {
        show(() -> text);
    }

    /** Shows a text, which is not made if one was shown a moment ago. */
    synchronized void show(Supplier<String> text) {
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
            String shown = text.substring(0, Math.min(text.length(), width - 1));
            out.print("\r" + shown + " ".repeat(Math.max(0, shownWidth - shown.length())));
            out.flush();
            shownWidth = shown.length();
        } else {
            out.println(text);
        }
    }

    /** Prints a line of its own. */
    synchronized void line(String text) {
        clear();
        out.println(text);
    }

    /** Takes the live line away. */
    synchronized void clear() {
        if (shownWidth > 0) {
            out.print("\r" + " ".repeat(shownWidth) + "\r");
            out.flush();
            shownWidth = 0;
        }
    }
}
