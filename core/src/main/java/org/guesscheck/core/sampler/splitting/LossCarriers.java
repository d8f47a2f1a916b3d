package org.guesscheck.core.sampler.splitting;

import java.util.List;
import java.util.Locale;

/**
 * How many particles of the first level carry, by their descendants, the mean of the generalization loss at the level where they
 * are fewest. Where a rare mode of large losses carries it, they are few in a replica and few of the ancestors that are left. More
 * replicas do not mend that: in each the mode's share of the particles does a random walk, which most replicas end below its true
 * share and few far above, so that their scatter is too small until one of the few is met. More particles in a replica do.
 *
 * @param level the number of that level; -1 where all losses are 0 or no particle got to a level
 * @param count effective number of ancestors that carry the mean there, over all replicas
 * @param ofReplica the same, over the number of replicas
 * @param share count over the number of ancestors that have descendants after the last level
 */
record LossCarriers(int level, double count, double ofReplica, double share) {
    // Measured (bench/docs/splitting.md): of 627 cells of maps over width and depth, 4 have fewer of a replica and a
    // smaller share, and of runs that lose rare modes nearly all.
    private static final double FEWEST_OF_REPLICA = 8;
    private static final double LEAST_SHARE = 0.35;

    /** Few replicas overstate the share, and more particles cost little: 11 of these cells are below this one. */
    private static final double LEAST_SHARE_OF_FIRST = 0.4;

    /** A replica has as many with as many particles as {@link #growth} asks for. */
    private static final double WANTED_OF_REPLICA = 12;

    /** Few replicas can understate what a replica has by far, so that those of more particles are asked again. */
    private static final int MOST_GROWTH = 4;

    /** Counts them in replicas that have so many levels. */
    static LossCarriers of(List<Replica> replicas, int levels) {
        SplittingEstimates estimates = new SplittingEstimates(replicas);
        int thinnest = -1;
        double fewest = Double.POSITIVE_INFINITY;
        for (int level = 0; level < levels; level++) {
            double ancestors = estimates.lossAncestors(level);
            if (ancestors < fewest) {
                fewest = ancestors;
                thinnest = level;
            }
        }
        return new LossCarriers(
                thinnest, fewest, fewest / replicas.size(), fewest / SplittingDiagnostics.ancestors(replicas));
    }

    /** Whether a mode may be missing that replicas of more particles would keep. */
    boolean thin() {
        return few() && uneven();
    }

    /** Whether few of the ancestors that are left carry the mean. */
    boolean uneven() {
        return level >= 0 && share < LEAST_SHARE;
    }

    private boolean few() {
        return level >= 0 && ofReplica < FEWEST_OF_REPLICA;
    }

    /** How many times as many particles the first replicas ask for: a power of 2, 1 where they have enough, at most 4 at a time. */
    int growth() {
        int factor = 1;
        while (few()
                && share < LEAST_SHARE_OF_FIRST
                && factor < MOST_GROWTH
                && factor * ofReplica < WANTED_OF_REPLICA) {
            factor *= 2;
        }
        return factor;
    }

    /** In words, why a thin estimate is doubted. */
    String doubt() {
        return String.format(
                Locale.ROOT,
                "in a replica the mean generalization loss rested on the descendants of %.1f particles of the first"
                        + " level; %.0f are needed, which replicas of more particles have, since a rare mode of large"
                        + " losses may be missing in nearly all replicas",
                ofReplica,
                FEWEST_OF_REPLICA);
    }
}
