package org.guesscheck.core.sampler.learning;

import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.parts.PartInput;
import org.guesscheck.core.parts.PartOutput;

/**
 * How networks are drawn.
 *
 * @param draws how many, at least 1
 * @param networks how many accepted networks are tested at most for each tested number of samples, at least 1
 * @param byWeights whether every weight is drawn
 */
public record GuessSettings(long draws, int networks, boolean byWeights) {
    /** Without any wish. */
    public static final GuessSettings DEFAULTS = new GuessSettings(10_000_000, 1000, false);

    /** Groups of 16 draws in a claim: some milliseconds. */
    static final int GROUPS = 1024;

    /**
     * Checks every component.
     *
     * @throws IllegalArgumentException if one is out of range
     */
    public GuessSettings {
        if (draws < 1) {
            throw new IllegalArgumentException("draws: " + draws + "; at least 1 is allowed");
        }
        if (networks < 1) {
            throw new IllegalArgumentException("networks: " + networks + "; at least 1 is allowed");
        }
    }

    /** How many claims there are. */
    long claims() {
        return Math.ceilDiv(draws, (long) GROUPS * Question.LANES);
    }

    /** How many draws are before a claim. */
    long drawsBefore(long claim) {
        // Without overflow for the claim after the last one.
        return claim >= claims() ? draws : claim * GROUPS * Question.LANES;
    }

    void write(PartOutput out) {
        out.putCount(draws).putCount(networks).putFlag(byWeights);
    }

    /**
     * Reads what a question has after its task.
     *
     * @param in at the beginning of these settings
     * @return the settings
     */
    public static GuessSettings read(PartInput in) {
        return new GuessSettings(in.nextCount(), (int) in.nextCount(), in.nextFlag());
    }
}
