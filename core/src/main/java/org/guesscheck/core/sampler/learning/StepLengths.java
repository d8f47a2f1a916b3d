package org.guesscheck.core.sampler.learning;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.learning.TrainingSet;
import org.guesscheck.core.parts.PartInput;
import org.guesscheck.core.parts.PartOutput;
import org.guesscheck.core.sampler.work.Cancellation;

/**
 * Lengths of the moves at every number of samples, found by a pilot run and then frozen, so that probabilities of the replicas that use them are
 * without bias.
 *
 * @param steps for every number of samples, from 1 on, and every kind of sweep of {@link LearningPopulation#parts}
 */
record StepLengths(float[][] steps) {
    /** The share of particles that a sweep is to move. */
    private static final double WANTED = 0.25;

    private static final double SHORTEST = 1e-3;

    /**
     * Runs a pilot. A sweep that moves a larger share than is wanted makes the next ones longer (Andrieu and Thoms 2008, with a constant
     * gain).
     */
    static StepLengths find(
            TrainingSet set, Backend backend, int particles, int sweeps, long seed, BooleanSupplier cancelled) {
        LearningPopulation pilot = new LearningPopulation(set, backend, particles, seed);
        double[] step = new double[LearningPopulation.parts(set).length];
        Arrays.fill(step, 1);
        float[][] steps = new float[set.count()][step.length];
        boolean alive = true;
        for (int n = 0; n < set.count(); n++) {
            // A pilot that has lost all particles knows nothing of what follows.
            alive = alive && pilot.add() > 0;
            for (int s = 0; s < sweeps && alive; s++) {
                Cancellation.check(cancelled);
                int part = pilot.next();
                double moved = pilot.move((float) step[part]);
                step[part] = Math.clamp(step[part] * StrictMath.exp(moved - WANTED), SHORTEST, 1);
            }
            for (int part = 0; part < step.length; part++) {
                steps[n][part] = (float) step[part];
            }
        }
        return new StepLengths(steps);
    }

    /** Whether there is one for every number of samples and every kind of sweep. */
    boolean isOf(TrainingSet set) {
        int parts = LearningPopulation.parts(set).length;
        return steps.length == set.count() && Arrays.stream(steps).allMatch(step -> step.length == parts);
    }

    void write(PartOutput out) {
        out.putCount(steps.length);
        for (float[] step : steps) {
            out.putFloats(step);
        }
    }

    static StepLengths read(PartInput in) {
        float[][] steps = new float[in.nextCount(1)][];
        for (int n = 0; n < steps.length; n++) {
            steps[n] = in.nextFloats();
        }
        return new StepLengths(steps);
    }
}
