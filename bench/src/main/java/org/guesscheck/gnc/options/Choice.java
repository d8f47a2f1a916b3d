package org.guesscheck.gnc.options;

import java.util.List;
import org.guesscheck.gnc.text.InputException;

/** Options that take one of a few words. */
public final class Choice {
    private Choice() {}

    /** The value; where it is none of the allowed ones, the sentence that lists these. */
    public static String of(String option, String value, List<String> allowed) {
        if (!allowed.contains(value)) {
            throw new InputException(option + " " + value + ": allowed are " + String.join(", ", allowed));
        }
        return value;
    }
}
