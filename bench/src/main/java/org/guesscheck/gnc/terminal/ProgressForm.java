package org.guesscheck.gnc.terminal;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How progress is shown. */
public enum ProgressForm {
    /** A live line on a terminal, and otherwise plain lines. */
    AUTO,

    /** Lines for a log. */
    PLAIN,

    /** A JSON object on each line, for other programs. */
    JSON,

    /** Nothing. */
    NONE;

    /** The names of all forms, as an option takes them. */
    public static List<String> names() {
        return Stream.of(values())
                .map(form -> form.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The form of an allowed name. */
    public static ProgressForm of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
