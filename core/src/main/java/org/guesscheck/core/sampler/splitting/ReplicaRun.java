package org.guesscheck.core.sampler.splitting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.guesscheck.core.sampler.splitting.Replica.AtLevel;
import org.guesscheck.core.sampler.splitting.Replica.AtThreshold;
import org.guesscheck.core.sampler.splitting.Replica.End;
import org.guesscheck.core.sampler.splitting.Replica.PriorDraws;
import org.guesscheck.core.sampler.splitting.SplittingPlan.Level;
import org.guesscheck.core.sampler.work.PriorSample;

/**
 * One replica on its way through the levels of a plan. Its estimates of p and of p times the mean are unbiased, since the plan
 * does not depend on it.
 */
final class ReplicaRun {
    private final SplittingPlan plan;
    private final Population population;
    private final boolean keepsDraws;
    private final PriorDraws prior;
    private final Population.PriorWatcher watcher;
    private final List<AtThreshold> thresholds;
    private final List<AtLevel> levels = new ArrayList<>();
    private double log;

    private ReplicaRun(SplittingPlan plan, float[] falling, Population population, boolean keepsDraws) {
        this.plan = plan;
        this.population = population;
        this.keepsDraws = keepsDraws;
        prior = new PriorDraws(plan.priorDraws(), new int[falling.length], new PriorSample());
        thresholds = new ArrayList<>(Collections.nCopies(falling.length, AtThreshold.NONE));
        watcher = (train, test) -> {
            prior.losses().add(test);
            for (int t = 0; t < falling.length; t++) {
                prior.below()[t] += train < falling[t] ? 1 : 0;
            }
        };
    }

    /** Runs a replica of a number. */
    static Replica run(SplittingPlan plan, float[] falling, Population population, long seed, long number) {
        population.start(seed, number);
        return new ReplicaRun(plan, falling, population, false).run();
    }

    /** Runs the same replica, which also tells the mean predicted matrices of its particles. */
    static Replica runKeepingDraws(SplittingPlan plan, float[] falling, Population population, long seed, long number) {
        population.start(seed, number);
        return new ReplicaRun(plan, falling, population, true).run();
    }

    private Replica run() {
        int count = plan.levels().size();
        if (count == 0) {
            population.draw(plan.priorDraws(), Float.NEGATIVE_INFINITY, watcher);
        }
        for (Level level : plan.levels()) {
            if (!descend(level)) {
                break;
            }
        }
        boolean arrived = count > 0 && levels.size() == count;
        while (levels.size() < count) {
            levels.add(AtLevel.NONE);
        }
        return new Replica(
                prior,
                List.copyOf(thresholds),
                List.copyOf(levels),
                arrived ? end() : End.NONE,
                population.evaluations());
    }

    /** Goes below a level and moves the particles there; false if none of them was below it. */
    private boolean descend(Level level) {
        double survivors = levels.isEmpty()
                ? (double) population.draw(plan.priorDraws(), level.loss(), watcher) / plan.priorDraws()
                : population.weightBelow(level.loss());
        if (survivors == 0) {
            return false;
        }
        log += StrictMath.log(survivors);
        population.resample(level.loss());
        boolean answers = level.threshold() >= 0;
        int sweeps = level.sweeps();
        double acceptance = 0;
        double sum = 0;
        for (int s = 0; s < sweeps; s++) {
            acceptance += population.sweep(level.loss(), level.step()) / sweeps;
            if (answers) {
                sum += population.weights().meanOf(population.generalizationLoss());
            }
        }
        // Copies in unequal numbers leave weights of which the sum is right on average only.
        double weight = population.weights().mean();
        double reached = log + StrictMath.log(weight);
        levels.add(new AtLevel(
                survivors,
                acceptance,
                reached,
                population.weights().meanOf(population.generalizationLoss()) / weight,
                population.lossConcentration()));
        if (level.forgotten()) {
            population.beginLineages();
        }
        if (answers) {
            float[] losses = population.generalizationLoss().clone();
            thresholds.set(
                    level.threshold(),
                    new AtThreshold(
                            reached,
                            sum / (sweeps * weight),
                            losses,
                            population.weights().copy(),
                            keepsDraws ? population.meanPredicted() : new double[0]));
        }
        return true;
    }

    private End end() {
        return new End(
                levels.getLast().logProbability(),
                population.trainLoss().clone(),
                population.distinctAncestors(),
                population.distinctLineages());
    }
}
