package org.guesscheck.gnc.text;

/** Bad input, told in one sentence that names the file, the field and what is allowed; the command exits with 2. */
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Takes the sentence. */
    public InputException(String sentence) {
        super(sentence);
    }
}
