package org.guesscheck.core.sampler.splitting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guesscheck.core.parts.PartInput;
import org.guesscheck.core.parts.PartOutput;
import org.guesscheck.core.sampler.splitting.SplittingPlan.Level;
import org.guesscheck.core.sampler.work.SamplingGoal;

/**
 * What a run's fold needs to know of it, and what replicas need beside the question: the outcome of the pilot run.
 *
 * @param goal thresholds, budget, relative error and seed
 * @param replicas how many replicas run when no error is wanted
 * @param plan of the pilot run
 * @param pilotEvaluations networks that the pilot run evaluated
 * @param bytes memory of a replica's particles
 * @param notes how products are drawn where not by each weight, and why replicas have more particles than usual, for readers of the result
 */
record SplittingSetup(
        SamplingGoal goal, int replicas, SplittingPlan plan, long pilotEvaluations, long bytes, List<String> notes) {
    /** How many replicas there may be. */
    int most() {
        // The pilot leaves enough for one.
        long affordable = (goal.draws() - pilotEvaluations) / plan.evaluations();
        return (int) Math.min(goal.wantsError() ? SplittingSettings.MOST_REPLICAS : replicas, affordable);
    }

    /** How many replicas run before the first look. */
    int first() {
        return Math.min(most(), goal.wantsError() ? SplittingRun.FIRST_REPLICAS : replicas);
    }

    /** How many replicas run at most: no more than the first ones where the pilot run did not reach the smallest threshold. */
    int pieces() {
        return plan.reached() ? most() : first();
    }

    void write(PartOutput out) {
        goal.write(out);
        out.putCount(replicas).putCount(plan.particles()).putCount(plan.priorDraws());
        out.putCount(plan.levels().size());
        for (Level level : plan.levels()) {
            out.putFloat(level.loss()).putFloat(level.step()).putCount(level.sweeps());
            out.putFlag(level.forgotten()).putCount(level.threshold() + 1L);
        }
        out.putText(plan.unreached().orElse(""));
        out.putCount(pilotEvaluations).putCount(bytes).putCount(notes.size());
        notes.forEach(out::putText);
    }

    static SplittingSetup read(PartInput in) {
        SamplingGoal goal = SamplingGoal.read(in);
        int replicas = (int) in.nextCount();
        int particles = (int) in.nextCount();
        int priorDraws = (int) in.nextCount();
        List<Level> levels = new ArrayList<>();
        for (int i = in.nextCount(11); i > 0; i--) {
            levels.add(new Level(
                    in.nextFloat(), in.nextFloat(), (int) in.nextCount(), in.nextFlag(), (int) in.nextCount() - 1));
        }
        String unreached = in.nextText();
        SplittingPlan plan = new SplittingPlan(
                particles, priorDraws, levels, unreached.isEmpty() ? Optional.empty() : Optional.of(unreached));
        long pilotEvaluations = in.nextCount();
        long bytes = in.nextCount();
        List<String> notes = new ArrayList<>();
        for (int i = in.nextCount(1); i > 0; i--) {
            notes.add(in.nextText());
        }
        return new SplittingSetup(goal, replicas, plan, pilotEvaluations, bytes, List.copyOf(notes));
    }
}
