package org.guesscheck.core.parts;

/** A part, or a question in bytes, that can't be read or does not belong to the others; the message is one sentence without a name. */
public final class PartException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /**
     * Takes the sentence.
     *
     * @param sentence what is wrong, without a full stop
     */
    public PartException(String sentence) {
        super(sentence);
    }
}
