package org.guesscheck.gnc.cli;

import java.util.List;
import org.guesscheck.gnc.text.InputException;

/** Options that take one of a few words. */
final class Choice {
    private Choice() {}

    static String of(String option, String value, List<String> allowed) {
        if (!allowed.contains(value)) {
            throw new InputException(option + " " + value + ": allowed are " + String.join(", ", allowed));
        }
        return value;
    }
}
