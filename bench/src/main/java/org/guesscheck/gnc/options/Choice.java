package org.guesscheck.gnc.options;

import java.util.List;
import org.guesscheck.gnc.text.InputException;

/** An option that allows a few words. */
public final class Choice {
    private Choice() {}

    /**
     * Checks a value and returns it.
     *
     * @throws InputException if it is not an allowed one, with the list of these
     */
    public static String of(String option, String value, List<String> allowed) {
        if (!allowed.contains(value)) {
            throw new InputException(option + " " + value + ": allowed are " + String.join(", ", allowed));
        }
        return value;
    }
}
