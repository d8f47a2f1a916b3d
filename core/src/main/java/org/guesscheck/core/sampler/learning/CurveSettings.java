package org.guesscheck.core.sampler.learning;

/**
 * How a curve is split.
 *
 * @param particles networks of a replica, a multiple of 16
 * @param sweeps how often every particle is moved after each sample
 * @param replicas how many replicas run, or at most run where an error is wanted
 * @param relativeError wanted standard error of p over p at the last number of samples; 0 where none is wanted
 */
public record CurveSettings(int particles, int sweeps, int replicas, double relativeError) {
    /** Without any wish. */
    public static final CurveSettings DEFAULTS = new CurveSettings(1024, 6, 16, 0);

    /** Replicas at most. */
    public static final int MOST_REPLICAS = 4096;

    /**
     * Checks every component.
     *
     * @throws IllegalArgumentException if one is out of range
     */
    public CurveSettings {
        require(
                particles >= 16 && particles % 16 == 0 && particles <= 1 << 20,
                "particles: " + particles + "; a multiple of 16 up to 1048576 is allowed");
        require(sweeps >= 1 && sweeps <= 10_000, "sweeps: " + sweeps + "; 1 to 10000 is allowed");
        require(
                replicas >= 1 && replicas <= MOST_REPLICAS,
                "replicas: " + replicas + "; 1 to " + MOST_REPLICAS + " is allowed");
        require(
                relativeError >= 0 && relativeError < 1,
                "relativeError: " + relativeError + "; a number above 0 and below 1 is allowed");
    }

    /** How many networks of a replica are kept if so many of all are wanted: as many of each, or one more of the first ones. */
    int keptOfReplica(int most, long replica) {
        return Math.min(particles, most / replicas + (replica < most % replicas ? 1 : 0));
    }

    private static void require(boolean allowed, String sentence) {
        if (!allowed) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
