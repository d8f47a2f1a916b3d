package org.guesscheck.core.descent;

import java.util.Optional;
import java.util.concurrent.CancellationException;

/** An ensemble was cancelled, or its thread was interrupted. The exception has the runs that were over. */
public final class EnsembleCancelledException extends CancellationException {
    private static final long serialVersionUID = 1;

    private final transient EnsembleOutcome partial;

    /** With the runs that were over, or null where none was. */
    EnsembleCancelledException(EnsembleOutcome partial, CancellationException cause) {
        super("the ensemble was cancelled");
        this.partial = partial;
        initCause(cause);
    }

    /**
     * The runs that were over. Where a training loss ends runs, short ones are over first, so that long ones are missing.
     *
     * @return their outcomes; empty where no run was over, or the exception was deserialized
     */
    public Optional<EnsembleOutcome> partial() {
        return Optional.ofNullable(partial);
    }
}
