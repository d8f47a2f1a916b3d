package org.guesscheck.core.kernel.learning;

import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;

/**
 * Networks that are kept and moved, 16 in a group, while one sample after the other is added to those that they have to get right. Not for
 * two threads.
 */
public final class ParticleNetworks {
    private static final int LANES = Question.LANES;
    private static final int BASE = Stages.BASE;

    /** Samples evaluated at once. */
    private static final int SAMPLES = 8;

    private final TrainingSet set;
    private final InputRows inputs;
    private final Stages stages;
    private final TrainingPass pass;
    private final LaneNetworks[] groups;
    private final LaneNetworks proposal;
    private final NumberRows numbers;
    private final int units;
    private final FitCheck check;
    private final int[] chosen = new int[LANES];
    private int samples;

    /** What a sweep moves: the numbers of the first layer, the weights above it, or both. */
    public enum Part {
        /** All numbers. */
        ALL(true, true),
        /** Those of the first layer. */
        FIRST(true, false),
        /** Those above the first layer. */
        UPPER(false, true);

        private final boolean first;
        private final boolean upper;

        Part(boolean first, boolean upper) {
            this.first = first;
            this.upper = upper;
        }
    }

    /**
     * Allocates the particles.
     *
     * @param set the samples
     * @param backend whose steps it uses; all give the same bits
     * @param particles how many, a multiple of 16
     */
    public ParticleNetworks(TrainingSet set, Backend backend, int particles) {
        this.set = set;
        inputs = set.inputs();
        stages = LaneLayers.stages(backend, set.sizes().network());
        pass = TrainingPass.of(set, stages, SAMPLES);
        groups = new LaneNetworks[particles / LANES];
        java.util.Arrays.setAll(groups, g -> new LaneNetworks(set));
        proposal = new LaneNetworks(set);
        numbers = new NumberRows(set);
        units = set.sizes().units(0);
        check = set.check();
    }

    /**
     * Draws all particles from the prior, without samples.
     *
     * @param seed seed of the draws
     */
    public void draw(long seed) {
        samples = 0;
        stages.weights().seed(seed, 0);
        for (LaneNetworks group : groups) {
            numbers.weights(stages.weights(), group);
        }
    }

    /**
     * Adds the next sample.
     *
     * @param seed seed of the numbers that it asks for
     * @param right receives whether each particle fits it
     */
    public void add(long seed, boolean[] right) {
        stages.weights().seed(seed, samples + 1L);
        for (int g = 0; g < groups.length; g++) {
            numbers.samples(stages.weights(), groups[g], samples, samples + 1);
            int found = right(groups[g], samples, samples + 1, Rightness.ALL);
            for (int l = 0; l < LANES; l++) {
                right[LANES * g + l] = (found >> l & 1) == 1;
            }
        }
        samples++;
    }

    private int right(LaneNetworks networks, int first, int end, int alive) {
        float[] found = pass.outputs(pass.start(first), end, networks);
        int right = alive;
        for (int r = first; r < end; r++) {
            right = check.of(found, pass.place(r), set.label(r), right);
        }
        return right;
    }

    /**
     * Makes one particle equal to another.
     *
     * @param from the particle that is copied
     * @param to the particle that is overwritten
     */
    public void copy(int from, int to) {
        groups[to / LANES].copy(groups[from / LANES], from % LANES, to % LANES);
    }

    /**
     * Moves every particle once, as {@link org.guesscheck.core.kernel.MoveStage} does: a proposal that fits all samples replaces it.
     * Samples are judged from the last one on, since the newest are the most often wrong, or all at once where layers are drawn by samples.
     *
     * @param seed seed of the noise
     * @param sweep number of the sweep
     * @param part which numbers move
     * @param step length of the move, above 0 and at most 1
     * @return how many particles moved
     */
    public int move(long seed, long sweep, Part part, float step) {
        float keep = (float) Math.sqrt(1 - (double) step * step);
        stages.weights().seed(seed, sweep);
        int firstVectors = inputs.needed(samples) * units;
        int upperVectors = set.sizes().upper(samples);
        int moved = 0;
        for (LaneNetworks group : groups) {
            propose(part.first, group.first, proposal.first, firstVectors, keep, step);
            propose(part.upper, group.upper, proposal.upper, upperVectors, keep, step);
            int alive = Rightness.ALL;
            for (int end = samples; end > 0 && alive != 0; end -= pass.most()) {
                alive = right(proposal, Math.max(0, end - pass.most()), end, alive);
            }
            if (alive != 0) {
                for (int l = 0; l < LANES; l++) {
                    chosen[l] = -(alive >> l & 1);
                }
                select(part.first, proposal.first, group.first, firstVectors);
                select(part.upper, proposal.upper, group.upper, upperVectors);
                moved += Integer.bitCount(alive);
            }
        }
        return moved;
    }

    private void propose(boolean moves, float[] current, float[] to, int vectors, float keep, float step) {
        if (vectors == 0) {
            return;
        }
        if (moves) {
            stages.weights().fill(to, LayerSizes.drawn(vectors));
            stages.moves().propose(to, 0, current, 0, vectors, keep, step);
        } else {
            System.arraycopy(current, BASE, to, BASE, LANES * vectors);
        }
    }

    private void select(boolean moves, float[] from, float[] to, int vectors) {
        if (moves && vectors > 0) {
            stages.moves().select(chosen, 0, from, 0, to, 0, vectors);
        }
    }

    /**
     * Sixteen particles.
     *
     * @param group which of the groups
     * @return the group itself, valid until particles change
     */
    public LaneNetworks group(int group) {
        return groups[group];
    }
}
