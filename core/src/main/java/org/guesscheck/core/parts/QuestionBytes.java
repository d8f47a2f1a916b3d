package org.guesscheck.core.parts;

/** The beginning of every question in bytes: the version of the format, and the method. */
public final class QuestionBytes {
    private QuestionBytes() {}

    /**
     * Begins a question.
     *
     * @param method the method's name
     * @return the bytes, to which the question's own are added
     */
    public static PartOutput begin(String method) {
        return new PartOutput().putShort(Part.VERSION).putText(method);
    }

    /**
     * Reads the version and the method of a question.
     *
     * @param in at its beginning
     * @return the method's name
     * @throws PartException if the version is another
     */
    public static String method(PartInput in) {
        int version = in.nextShort();
        if (version != Part.VERSION) {
            throw new PartException(
                    "a question in version " + version + " of the format; this program reads version " + Part.VERSION);
        }
        return in.nextText();
    }
}
