package org.guesscheck.core.sampler.splitting;

import org.guesscheck.core.parts.PartInput;

/** The outcome of a question's pilot run, for whoever computes its replicas. Immutable. */
public final class SplittingPilot {
    private final SplittingSetup setup;

    SplittingPilot(SplittingSetup setup) {
        this.setup = setup;
    }

    SplittingSetup setup() {
        return setup;
    }

    /**
     * Reads an outcome that a division's question may have.
     *
     * @param in after the method's own settings
     * @return the outcome; null if there is none
     */
    public static SplittingPilot read(PartInput in) {
        return in.nextFlag() ? new SplittingPilot(SplittingSetup.read(in)) : null;
    }
}
