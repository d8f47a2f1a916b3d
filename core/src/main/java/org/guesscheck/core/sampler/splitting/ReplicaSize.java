package org.guesscheck.core.sampler.splitting;

/**
 * How many particles a replica gets. The first replicas are {@value SplittingRun#FIRST_REPLICAS}, so that their scatter tells the
 * error; where losses are so much alike that replicas of the usual size would reach far more than the wanted error, they are
 * smaller.
 *
 * @param most particles of a replica for which no smaller number is allowed for, a multiple of 16
 * @param wanted the wanted relative error of the mean generalization loss; 0 if the number of particles is given
 */
record ReplicaSize(int most, double wanted) {
    private static final int FEWEST = 64;

    /** Particles for each level: the squared relative scatter of the replicas' estimates of p is 0.9 to 1.9 levels / particles. */
    private static final int FEWEST_PER_LEVEL = 4;

    /** Particles that tell as much as one independent accepted draw, 5 to 10 as measured, with a margin. */
    private static final double PARTICLES_PER_DRAW = 10;

    /**
     * The particles of a replica.
     *
     * @param variation variance of the generalization losses below a threshold over their squared mean
     * @param levels how many levels the pilot run made
     * @return a multiple of 16
     */
    int particles(double variation, int levels) {
        if (wanted == 0) {
            return most;
        }
        double needed = PARTICLES_PER_DRAW * variation / (wanted * wanted * SplittingRun.FIRST_REPLICAS);
        double least = Math.max(FEWEST, (double) FEWEST_PER_LEVEL * levels);
        return (int) Math.min(most, 16 * Math.ceil(Math.max(needed, least) / 16));
    }
}
