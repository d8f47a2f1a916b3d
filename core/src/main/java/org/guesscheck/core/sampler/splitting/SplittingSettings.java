package org.guesscheck.core.sampler.splitting;

import org.guesscheck.core.parts.PartInput;
import org.guesscheck.core.parts.PartOutput;

/**
 * The settings that splitting has beside those of all samplers. Immutable.
 *
 * @param particles particles of a replica, a multiple of 16
 * @param fitted whether, with a wanted error, replicas get fewer particles where these suffice, and more where a rare mode is lost
 * @param replicas how many replicas run when no error is wanted
 * @param sweeps moves at a level; 0 for as many as the pilot run finds needed
 */
public record SplittingSettings(int particles, boolean fitted, int replicas, int sweeps) {
    /** Replicas after which a wanted error is given up: their particles are kept for the quantiles. */
    public static final int MOST_REPLICAS = 4096;

    /** 16 replicas of 512 particles, or with a wanted error of as many as it takes, with sweeps as the pilot run finds them needed. */
    public static final SplittingSettings DEFAULTS = new SplittingSettings(512, true, SplittingRun.FIRST_REPLICAS, 0);

    /**
     * Replaces the particles of a replica.
     *
     * @param value a multiple of 16, 16 to 1,048,576
     * @return a changed copy
     * @throws IllegalArgumentException if it is another
     */
    public SplittingSettings particles(int value) {
        if (value < 16 || value > 1 << 20 || value % 16 != 0) {
            throw new IllegalArgumentException(
                    "particles: " + value + "; a multiple of 16 from 16 to 1048576 is allowed");
        }
        return new SplittingSettings(value, false, replicas, sweeps);
    }

    /**
     * Replaces the number of replicas.
     *
     * @param value 1 to {@link #MOST_REPLICAS}
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public SplittingSettings replicas(int value) {
        if (value < 1 || value > MOST_REPLICAS) {
            throw new IllegalArgumentException("replicas: " + value + "; 1 to " + MOST_REPLICAS + " is allowed");
        }
        return new SplittingSettings(particles, fitted, value, sweeps);
    }

    /**
     * Replaces the moves at a level.
     *
     * @param value 0 to 10,000
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public SplittingSettings sweeps(int value) {
        if (value < 0 || value > 10_000) {
            throw new IllegalArgumentException("sweeps: " + value + "; 0 to 10000 is allowed");
        }
        return new SplittingSettings(particles, fitted, replicas, value);
    }

    /**
     * Writes all of them.
     *
     * @param out gets the bytes
     */
    public void write(PartOutput out) {
        out.putCount(particles).putFlag(fitted).putCount(replicas).putCount(sweeps);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param in at its beginning
     * @return the same settings
     */
    public static SplittingSettings read(PartInput in) {
        return new SplittingSettings((int) in.nextCount(), in.nextFlag(), (int) in.nextCount(), (int) in.nextCount());
    }

    /**
     * Networks that a pilot run and one replica evaluate at least.
     *
     * @return a smaller budget is refused
     */
    public long leastEvaluations() {
        return tuning().leastEvaluations();
    }

    SplittingTuning tuning() {
        return SplittingTuning.of(particles, sweeps);
    }
}
