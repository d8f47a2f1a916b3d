package org.guesscheck.core.sampler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.guesscheck.core.estimate.Moments;
import org.guesscheck.core.sampler.SplittingPlan.Level;

/** A run that chooses levels and step sizes; it enters no estimate. */
final class Pilot {
    /** The replica number of the pilot's random numbers; those of replicas are not negative. */
    private static final long REPLICA = -1;

    /** Levels after which eps is called out of reach. */
    private static final int MOST_LEVELS = 2000;

    /** How fast the logarithm of the step follows the acceptance rate. */
    private static final double GAIN = 2;

    private static final float SMALLEST_STEP = 1e-4f;
    private static final double FIRST_STEP = 0.5;

    /** Sweeps over which the step is adapted, at least. */
    private static final int LEAST_SWEEPS = 4;

    /** Sweeps after which the pilot stops waiting for losses to be forgotten. */
    static final int MOST_SWEEPS = 200;

    private final SplittingTuning tuning;
    private final float[] thresholds;
    private final Population population;
    private final long budget;
    private int answered;
    private double logStep;

    /** Makes a pilot for distinct, falling thresholds and a budget of evaluations. */
    Pilot(SplittingTuning tuning, float[] thresholds, Population population, long budget) {
        this.tuning = tuning;
        this.thresholds = thresholds;
        this.population = population;
        this.budget = budget;
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
        population.draw(draws, level, new Moments());
        logStep = StrictMath.log(FIRST_STEP);
        int most = 0;
        while (population.below(level) > 0) {
            population.resample(level);
            int sweeps = moved(level);
            most = Math.max(most, sweeps);
            int threshold = answered(level);
            levels.add(new Level(
                    level,
                    (float) StrictMath.exp(logStep),
                    threshold < 0 ? sweeps : tuning.finalFactor() * most,
                    threshold));
            boolean last = answered == thresholds.length;
            if (last || levels.size() == MOST_LEVELS || first + population.evaluations() > budget / 2) {
                break;
            }
            float below = next(population.trainLoss(), tuning.survivors());
            if (!(below < level)) {
                break;
            }
            level = below;
        }
        return new SplittingPlan(tuning.particles(), draws, levels);
    }

    /**
     * Moves the particles until both losses forget what they were (as Kantas, Beskos and Jasra 2014 do with moves in a sequential
     * sampler), and adapts the step meanwhile by stochastic approximation of the wanted acceptance rate (Robbins and Monro 1951).
     *
     * @return how many sweeps the level needs
     */
    private int moved(float level) {
        float[] train = population.trainLoss().clone();
        float[] test = population.generalizationLoss().clone();
        int least = Math.max(tuning.sweeps(), LEAST_SWEEPS);
        double sum = 0;
        int summed = 0;
        int needed = tuning.sweeps();
        for (int s = 1; s <= MOST_SWEEPS; s++) {
            double accepted = population.sweep(level, (float) StrictMath.exp(logStep));
            logStep = Math.clamp(logStep + GAIN * (accepted - tuning.acceptance()), StrictMath.log(SMALLEST_STEP), 0);
            if (2 * s >= least) {
                sum += logStep;
                summed++;
            }
            if (needed == 0
                    && Math.max(
                                    correlation(train, population.trainLoss()),
                                    correlation(test, population.generalizationLoss()))
                            < tuning.memory()) {
                needed = s;
            }
            if (needed > 0 && s >= least) {
                break;
            }
        }
        logStep = sum / summed;
        return needed == 0 ? MOST_SWEEPS : needed;
    }

    /** Pearson's correlation; 0 where one of the two does not vary. */
    static double correlation(float[] before, float[] after) {
        double meanBefore = mean(before);
        double meanAfter = mean(after);
        double product = 0;
        double squaresBefore = 0;
        double squaresAfter = 0;
        for (int i = 0; i < before.length; i++) {
            double a = before[i] - meanBefore;
            double b = after[i] - meanAfter;
            product += a * b;
            squaresBefore += a * a;
            squaresAfter += b * b;
        }
        double scale = Math.sqrt(squaresBefore * squaresAfter);
        return scale > 0 ? product / scale : 0;
    }

    private static double mean(float[] losses) {
        double sum = 0;
        for (float loss : losses) {
            sum += loss;
        }
        return sum / losses.length;
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
