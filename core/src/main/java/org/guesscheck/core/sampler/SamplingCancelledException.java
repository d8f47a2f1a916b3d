package org.guesscheck.core.sampler;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.guesscheck.core.posterior.Posterior;

/** A sampler was cancelled, or its thread interrupted; it keeps what was finished until then. */
public final class SamplingCancelledException extends CancellationException {
    private static final long serialVersionUID = 1;

    private final transient Posterior partial;

    /** With what was finished, or null where nothing was. */
    SamplingCancelledException(Posterior partial) {
        super("cancelled");
        this.partial = partial;
    }

    /**
     * What was finished: the posterior of a run that was asked for as many draws, or replicas, as were done, with a note that
     * says so.
     *
     * @return the posterior; empty where nothing was finished that could be estimated from, or the exception was deserialized
     */
    public Optional<Posterior> partial() {
        return Optional.ofNullable(partial);
    }
}
