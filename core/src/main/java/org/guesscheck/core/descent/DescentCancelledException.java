package org.guesscheck.core.descent;

import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Gradient descent was cancelled, or its thread interrupted; it keeps where it had come. */
public final class DescentCancelledException extends CancellationException {
    private static final long serialVersionUID = 1;

    private final transient Descent partial;

    DescentCancelledException(Descent partial) {
        super("gradient descent was cancelled after " + partial.end().epoch() + " epochs");
        this.partial = partial;
    }

    /**
     * The outcome of a run of as many epochs as were done, to the bit.
     *
     * @return the outcome; empty where the exception was deserialized
     */
    public Optional<Descent> partial() {
        return Optional.ofNullable(partial);
    }
}
