package org.guesscheck.bench.cli;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.Consumer;
import org.guesscheck.core.sampler.Progress;

/** Progress on stderr: one live line on a terminal, otherwise a plain line every 10 seconds. */
final class ProgressLine implements Consumer<Progress> {
    private static final double LIVE_SECONDS = 0.2;
    private static final double PLAIN_SECONDS = 10;

    private final PrintStream out;
    private final boolean live;
    private String label = "";
    private long shownAt = System.nanoTime();
    private int shownWidth;

    ProgressLine() {
        this(System.err, terminal());
    }

    ProgressLine(PrintStream out, boolean live) {
        this.out = out;
        this.live = live;
    }

    private static boolean terminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    synchronized void label(String text) {
        label = text;
    }

    @Override
    public synchronized void accept(Progress p) {
        if (!due() || p.seconds() <= 0) {
            return;
        }
        double rate = p.draws() / p.seconds();
        String left = rate > 0 ? String.format(Locale.ROOT, "%.0f s left", (p.total() - p.draws()) / rate) : "";
        String text = String.format(
                Locale.ROOT,
                "%s%.0f%%, %.3g draws/s, %d accepted, %s",
                label,
                100.0 * p.draws() / p.total(),
                rate,
                p.accepted(),
                left);
        print(text);
    }

    /** Shows a text, unless one was shown a moment ago. */
    synchronized void show(String text) {
        if (due()) {
            print(text);
        }
    }

    private boolean due() {
        return (System.nanoTime() - shownAt) * 1e-9 >= (live ? LIVE_SECONDS : PLAIN_SECONDS);
    }

    private void print(String text) {
        shownAt = System.nanoTime();
        if (live) {
            out.print("\r" + text + " ".repeat(Math.max(0, shownWidth - text.length())));
            out.flush();
            shownWidth = text.length();
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
