package org.guesscheck.gnc.check;

import java.util.Locale;

/**
 * One comparison.
 *
 * @param holds whether it came out as it must
 * @param text the things that were compared, with their numbers
 */
record Verdict(boolean holds, String text) {
    private static final String HOLDS = "ok    ";
    private static final String FAILS = "WRONG ";

    /** A verdict with a text in the format of {@link String#format}. */
    static Verdict of(boolean holds, String format, Object... numbers) {
        return new Verdict(holds, String.format(Locale.ROOT, format, numbers));
    }

    /** The verdict as it is printed. */
    String line() {
        return (holds ? HOLDS : FAILS) + text;
    }

    /** The verdict of a printed line; another line is a failure. */
    static Verdict read(String line) {
        boolean holds = line.startsWith(HOLDS);
        return new Verdict(holds, holds || line.startsWith(FAILS) ? line.substring(HOLDS.length()) : line);
    }
}
