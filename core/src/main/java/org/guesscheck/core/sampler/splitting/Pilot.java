package org.guesscheck.core.sampler.splitting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.guesscheck.core.sampler.splitting.SplittingPlan.Level;

/** A run that chooses levels, step sizes and the number of a replica's particles; it enters no estimate. */
final class Pilot {
    /** The replica number of the pilot's random numbers; those of replicas are not negative. */
    private static final long REPLICA = -1;

    /** Levels after which eps is called out of reach. */
    private static final int MOST_LEVELS = 2000;

    /** The most sweeps at a level over the least; its gains and costs: bench/docs/splitting.md. */
    private static final int SLOWEST_OVER_LEAST = 10;

    private final SplittingTuning tuning;
    private final float[] thresholds;
    private final Population population;
    private final Mixing mixing;
    private final long budget;
    private final ReplicaSize size;
    private int answered;
    private double variation;

    /** Makes a pilot for distinct, falling thresholds and a budget of evaluations. */
    Pilot(SplittingTuning tuning, float[] thresholds, Population population, long budget, ReplicaSize size) {
        this.tuning = tuning;
        this.thresholds = thresholds;
        this.population = population;
        this.budget = budget;
        this.size = size;
        mixing = new Mixing(tuning, population);
    }

    /** The plan; it ends above the smallest threshold if that was not reached. */
    SplittingPlan choose(long seed) {
        List<Level> levels = new ArrayList<>();
        int draws = tuning.priorDraws();
        float[] losses = new float[draws];
        int[] drawn = {0};
        population.start(seed, REPLICA);
        population.draw(draws, (train, test) -> {
            losses[drawn[0]++] = train;
            return -1;
        });
        long first = population.evaluations();
        float level = next(losses, (double) tuning.particles() / draws);
        population.start(seed, REPLICA);
        population.draw(draws, level, (train, test) -> {});
        int most = 0;
        Optional<String> unreached = Optional.of("its particles got no lower");
        while (population.below(level) > 0) {
            int affordable = affordable(first + population.evaluations(), levels, most);
            if (affordable < tuning.leastSweeps()) {
                unreached = Optional.of(spent());
                break;
            }
            population.resample(level);
            Mixing.Moves moves = mixing.at(level, affordable);
            most = Math.max(most, moves.sweeps());
            int threshold = answered(level);
            if (threshold >= 0) {
                variation = Math.max(variation, population.weights().variationOf(population.generalizationLoss()));
            }
            levels.add(new Level(
                    level,
                    moves.step(),
                    threshold < 0 ? moves.sweeps() : tuning.finalFactor() * most,
                    moves.forgotten(),
                    threshold));
            if (answered == thresholds.length) {
                unreached = Optional.empty();
                break;
            }
            if (levels.size() == MOST_LEVELS) {
                unreached = Optional.of("it had made " + MOST_LEVELS + " levels");
                break;
            }
            if (first + population.evaluations() > budget / 2) {
                unreached = Optional.of(spent());
                break;
            }
            float below = next(population.trainLoss(), tuning.survivors());
            if (!(below < level)) {
                break;
            }
            level = below;
        }
        int particles = unreached.isPresent() ? tuning.particles() : size.particles(variation, levels.size());
        SplittingPlan plan = new SplittingPlan(particles, draws / tuning.particles() * particles, levels, unreached);
        return tuning.sweeps() > 0 ? plan : steadied(plan, budget - first - population.evaluations());
    }

    /**
     * Gives levels more sweeps where others need many: weights that move slowly there move slowly at the levels before, although
     * the losses may be forgotten at once. Particles that stay where they are make splitting plain rejection, in which a mode lives
     * on in the descendants of the few particles that lie deep in it by chance: most replicas have too little of it.
     *
     * @param left evaluations that one replica may take
     */
    private SplittingPlan steadied(SplittingPlan plan, long left) {
        int slowest = mixing.apart()
                ? Mixing.MOST_SWEEPS
                : plan.levels().stream()
                        .filter(level -> level.threshold() < 0)
                        .mapToInt(Level::sweeps)
                        .max()
                        .orElse(0);
        SplittingPlan steady = plan.withLeastSweeps(slowest / SLOWEST_OVER_LEAST);
        return steady.evaluations() <= left ? steady : plan;
    }

    private String spent() {
        return "its share of the budget of " + budget + " evaluations was spent";
    }

    /** How many sweeps a level may take that leave enough of the budget for one replica. */
    private int affordable(long spent, List<Level> levels, int most) {
        SplittingPlan replica = new SplittingPlan(tuning.particles(), tuning.priorDraws(), levels, Optional.empty());
        long rest = (budget - spent - replica.evaluations()) / tuning.particles();
        // A replica moves finalFactor times as often as ever before where a threshold is answered.
        long sweeps = rest / (1 + tuning.finalFactor());
        long left = sweeps >= most ? sweeps : rest - (long) tuning.finalFactor() * most;
        return Math.clamp(left, 0, Integer.MAX_VALUE);
    }

    /** The loss below which a share of the particles is, or the next threshold where that is near. */
    private float next(float[] losses, double share) {
        float[] sorted = losses.clone();
        Arrays.sort(sorted);
        float quantile = sorted[Math.clamp((int) (share * sorted.length), 0, sorted.length - 1)];
        float threshold = thresholds[answered];
        int below = Arrays.binarySearch(sorted, threshold);
        int under = below < 0 ? -below - 1 : below;
        return quantile <= threshold || under >= share * sorted.length / 2 ? threshold : quantile;
    }

    private int answered(float level) {
        return thresholds[answered] == level ? answered++ : -1;
    }
}
