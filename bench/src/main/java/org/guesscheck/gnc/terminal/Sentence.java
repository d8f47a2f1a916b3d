package org.guesscheck.gnc.terminal;

/** A sentence for a terminal: one line of readable length, without characters that control the terminal. */
public final class Sentence {
    private static final int MOST = 1000;

    private Sentence() {}

    /** Makes a sentence of a text; of a long text, its beginning and its end. */
    public static String of(String text) {
        int half = MOST / 2;
        String shortened =
                text.length() <= MOST ? text : text.substring(0, half) + " ... " + text.substring(text.length() - half);
        return shortened.strip().replaceAll("\\R\\s*", " ").replaceAll("\\p{Cntrl}", "?");
    }
}
