package org.guesscheck.core.descent;

import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Gradient descent was cancelled, or its thread was interrupted. The exception has the outcome so far. */
public final class DescentCancelledException extends CancellationException {
    private static final long serialVersionUID = 1;

    private final transient Descent partial;

    DescentCancelledException(Descent partial) {
        super("gradient descent was cancelled after " + partial.end().epoch() + " epochs");
        this.partial = partial;
    }

    /**
     * The outcome of the epochs that were done. A run of that many epochs has the same outcome, to the bit.
     *
     * @return the outcome; empty if the exception was deserialized
     */
    public Optional<Descent> partial() {
        return Optional.ofNullable(partial);
    }
}
