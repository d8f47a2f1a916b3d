package org.guesscheck.bench.guard;

/** A log that can't be examined, told in one sentence. */
public final class UnreadableLogException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnreadableLogException(String sentence) {
        super(sentence);
    }
}
