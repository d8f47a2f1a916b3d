package org.guesscheck.gnc.cli;

/** A sentence for a terminal: one line, of a length that can be read, and without characters that act on the terminal. */
final class Sentence {
    private static final int MOST = 1000;

    private Sentence() {}

    static String of(String text) {
        int half = MOST / 2;
        String shortened =
                text.length() <= MOST ? text : text.substring(0, half) + " ... " + text.substring(text.length() - half);
        return shortened.strip().replaceAll("\\R\\s*", " ").replaceAll("\\p{Cntrl}", "?");
    }
}
