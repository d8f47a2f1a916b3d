package org.guesscheck.core.descent;

/** The sentence about a setting that is out of range. */
final class Ranges {
    private Ranges() {}

    static void require(boolean allowed, String field, Object value, String range) {
        if (!allowed) {
            throw new IllegalArgumentException(field + ": " + value + "; " + range + " is allowed");
        }
    }
}
