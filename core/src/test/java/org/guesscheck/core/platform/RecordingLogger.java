package org.guesscheck.core.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;

/** A logger that keeps its messages. */
public final class RecordingLogger implements System.Logger {
    private final List<String> messages = new ArrayList<>();

    /** Starts without messages. */
    public RecordingLogger() {}

    /** The messages in order, each after its level and a blank. */
    public List<String> messages() {
        return List.copyOf(messages);
    }

    @Override
    public String getName() {
        return "test";
    }

    @Override
    public boolean isLoggable(Level level) {
        return true;
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
        messages.add(level + " " + message + ": " + thrown);
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
        messages.add(level + " " + format);
    }
}
