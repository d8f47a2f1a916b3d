package org.guesscheck.gnc.terminal;

import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Warnings of the libraries as one sentence each on stderr, without the date and class that the JDK puts before them. */
public final class PlainLog extends Handler {
    private static final Logger ROOT = Logger.getLogger("");
    private static final Logger OURS = Logger.getLogger("org.guesscheck");

    private final Formatter formatter = new SimpleFormatter();

    PlainLog() {}

    /** Replaces the JDK's handlers, unless the user has set up logging. */
    public static void install() {
        boolean configured = System.getProperty("java.util.logging.config.file") != null
                || System.getProperty("java.util.logging.config.class") != null;
        if (!configured) {
            for (Handler handler : ROOT.getHandlers()) {
                ROOT.removeHandler(handler);
            }
            ROOT.addHandler(new PlainLog());
            ROOT.setLevel(Level.WARNING);
        }
    }

    /** Also shows the records that help to find a fault. */
    public static void showDetails() {
        OURS.setLevel(Level.FINE);
    }

    @Override
    public void publish(LogRecord entry) {
        if (isLoggable(entry)) {
            System.err.println("note: " + formatter.formatMessage(entry));
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
