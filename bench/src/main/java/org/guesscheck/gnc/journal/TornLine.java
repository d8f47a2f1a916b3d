package org.guesscheck.gnc.journal;

import java.nio.charset.StandardCharsets;

/** What a program that was killed while it wrote a line leaves of it: the beginning of one JSON object, and no line end. */
final class TornLine {
    private TornLine() {}

    /**
     * Whether bytes are the beginning of a line, or all of it but its end.
     *
     * @param bytes without a line end; zeros at their end are what some file systems leave after a power cut
     * @param beginning what every such line begins with
     */
    static boolean is(byte[] bytes, String beginning) {
        int length = bytes.length;
        while (length > 0 && bytes[length - 1] == 0) {
            length--;
        }
        String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
        return text.startsWith(beginning) ? endsInsideOrAtItsEnd(text) : beginning.startsWith(text);
    }

    /** Whether nothing comes after the brace that closes the first one. */
    private static boolean endsInsideOrAtItsEnd(String text) {
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                i += c == '\\' ? 1 : 0;
                quoted = c != '"';
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return i == text.length() - 1;
            }
        }
        return true;
    }
}
