package org.guesscheck.gnc.text;

/** Text from elsewhere, made safe for SVG, HTML and a terminal. */
public final class PlainText {
    private static final int REPLACEMENT = 0xfffd;

    private PlainText() {}

    /** The text with a replacement character for controls, halves of surrogate pairs, and characters that XML excludes. */
    public static String of(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> plain.appendCodePoint(isPlain(c) ? c : REPLACEMENT));
        return plain.toString();
    }

    /** Whether a text has none of these characters. */
    public static boolean is(String text) {
        return text.codePoints().allMatch(PlainText::isPlain);
    }

    private static boolean isPlain(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> (c & 0xfffe) != 0xfffe;
        };
    }
}
