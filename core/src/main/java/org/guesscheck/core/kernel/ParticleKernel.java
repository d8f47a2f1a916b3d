package org.guesscheck.core.kernel;

import java.util.Arrays;

/**
 * Networks that are kept in memory and moved, 16 at a time: particles. They are evaluated by {@link StagedKernel}, which
 * asks for the next weights of a group and is given proposals. Not safe for use by two threads.
 *
 * <p>A particle is a slot: one lane of a group of 16, whose weights, or the numbers of the question's {@link Coordinates}, are
 * stored in the order in which a group is drawn. Of Bartlett's factors they are the normals that the factors are made of.
 */
public final class ParticleKernel {
    private static final int LANES = Question.LANES;

    private final Steps steps;
    private final StagedKernel kernel;
    private final boolean test;
    private final int perGroup;
    private final float[][] weights;
    private final float[] trainLoss;
    private final float[] generalizationLoss;
    private final ChunkReport unused = new ChunkReport();

    /**
     * Allocates the particles.
     *
     * @param question what is asked; its threshold and its sampling of groups are not used
     * @param stages the backend's steps for this question
     * @param count how many particles, a multiple of 16
     * @param test whether generalization losses are wanted
     * @throws IllegalArgumentException if the count is not such a multiple, or a group's weights fit no array
     */
    public ParticleKernel(Question question, Stages stages, int count, boolean test) {
        if (count < LANES || count % LANES != 0) {
            throw new IllegalArgumentException("particles: " + count + "; a multiple of 16 is allowed");
        }
        perGroup = question.layout().vectors();
        if (perGroup > (Integer.MAX_VALUE - 8 - Stages.BASE) / LANES) {
            throw new IllegalArgumentException("width: the weights of 16 particles need " + (long) perGroup * LANES
                    + " numbers; fewer than 2^31 are allowed");
        }
        this.test = test;
        steps = new Steps(question, stages);
        kernel = new StagedKernel(question, stages.withWeights(steps).withJudge(steps));
        weights = new float[count / LANES][Stages.BASE + LANES * perGroup];
        trainLoss = new float[count];
        generalizationLoss = new float[count];
    }

    /**
     * The memory that particles need.
     *
     * @param question what is asked
     * @param count how many particles
     * @return bytes of weights, proposals and noise
     */
    public static long bytes(Question question, int count) {
        WeightLayout layout = question.layout();
        long group = (long) Float.BYTES * LANES * layout.vectors();
        return group * (count / LANES + layout.batch() + 1);
    }

    /**
     * The training losses of the particles.
     *
     * @return the kernel's own array, one element per slot
     */
    public float[] trainLoss() {
        return trainLoss;
    }

    /**
     * The generalization losses of the particles.
     *
     * @return the kernel's own array, one element per slot; zeros if they are not wanted
     */
    public float[] generalizationLoss() {
        return generalizationLoss;
    }

    /**
     * The size of a predicted matrix.
     *
     * @return rows times columns
     */
    public int entries() {
        return steps.question.rows() * steps.question.cols();
    }

    /**
     * Evaluates every particle again, for its predicted matrix; nothing changes and no random number is drawn.
     *
     * @param visitor is shown the matrices in the order of the slots, with their numbers
     */
    public void products(DrawnProducts.Visitor visitor) {
        steps.visitor = visitor;
        for (int first = 0; first < weights.length; first += Question.GROUPS) {
            steps.first = first;
            steps.start();
            kernel.evaluate(0, Math.min(Question.GROUPS, weights.length - first), unused);
        }
        steps.visitor = null;
    }

    /** Decides about a draw from the prior. */
    @FunctionalInterface
    public interface SlotChoice {
        /**
         * Takes a draw's losses.
         *
         * @param trainLoss training loss
         * @param generalizationLoss generalization loss; 0 if it is not wanted
         * @return the slot that is to hold the draw from now on, or -1 to forget it
         */
        int slot(float trainLoss, float generalizationLoss);
    }

    /**
     * Draws from the prior.
     *
     * @param seed seed of the draws
     * @param chunk number of the chunk that is drawn
     * @param groups how many groups of 16, at most {@link Question#GROUPS}
     * @param seat is shown every draw in order
     */
    public void draw(long seed, long chunk, int groups, SlotChoice seat) {
        steps.stages.weights().seed(seed, chunk);
        steps.seat = seat;
        steps.start();
        kernel.evaluate(0, groups, unused);
    }

    /**
     * Moves every particle once: a proposal replaces it if its training loss is below the level.
     *
     * @param seed seed of the noise
     * @param sweep number of the sweep, hashed with the seed
     * @param move level and step
     * @return how many particles moved
     */
    public long move(long seed, long sweep, Move move) {
        steps.stages.weights().seed(seed, sweep);
        steps.seat = null;
        steps.move = move;
        steps.moved = 0;
        for (int first = 0; first < weights.length; first += Question.GROUPS) {
            steps.first = first;
            steps.start();
            kernel.evaluate(0, Math.min(Question.GROUPS, weights.length - first), unused);
        }
        return steps.moved;
    }

    /**
     * How particles move.
     *
     * @param level training losses below it are accepted
     * @param keep see {@link MoveStage#propose}
     * @param step see {@link MoveStage#propose}
     */
    public record Move(float level, float keep, float step) {}

    /**
     * Makes one particle equal to another.
     *
     * @param slot the particle that is copied
     * @param target the particle that is overwritten
     */
    public void copy(int slot, int target) {
        copy(weights[slot / LANES], slot % LANES, target);
        trainLoss[target] = trainLoss[slot];
        generalizationLoss[target] = generalizationLoss[slot];
    }

    private void copy(float[] source, int at, int target) {
        float[] destination = weights[target / LANES];
        int to = Stages.BASE + target % LANES;
        int from = Stages.BASE + at;
        for (int i = 0; i < LANES * perGroup; i += LANES) {
            destination[to + i] = source[from + i];
        }
    }

    /** In the place of a backend's weights and judge: weights are remembered, and losses decide what happens to them. */
    private final class Steps implements WeightStage, JudgeStage {
        private final Question question;
        private final Stages stages;
        private DrawnProducts.Visitor visitor;
        private float[] predicted = new float[0];
        private float[] proposals = new float[0];
        private float[] noise = new float[0];
        private float[] train = new float[0];
        private float[] generalization;
        private int[] chosen = new int[0];
        private SlotChoice seat;
        private Move move;
        private long moved;
        private int first;
        private int group;
        private int cursor;
        private int batch;

        Steps(Question question, Stages stages) {
            this.question = question;
            this.stages = stages;
        }

        void start() {
            group = 0;
            cursor = 0;
            batch = 0;
        }

        /** Seeding is done by those who call the kernel. */
        @Override
        public void seed(long seed, long chunk) {}

        @Override
        public void fill(float[] out, int vectors) {
            if (visitor != null) {
                recall(out, vectors);
                return;
            }
            proposals = atLeast(proposals, LANES * Math.max(perGroup, batch * perGroup + cursor + vectors));
            if (seat != null) {
                stages.weights().fill(out, vectors);
                remember(out, 0, vectors);
                advance(vectors);
                return;
            }
            for (int done = 0; done < vectors; ) {
                int now = Math.min(vectors - done, perGroup - cursor);
                propose(out, done, now);
                remember(out, done, now);
                advance(now);
                done += now;
            }
        }

        private void recall(float[] out, int vectors) {
            for (int done = 0; done < vectors; ) {
                int now = Math.min(vectors - done, perGroup - cursor);
                System.arraycopy(
                        weights[first + group + batch],
                        Stages.BASE + LANES * cursor,
                        out,
                        Stages.BASE + LANES * done,
                        LANES * now);
                advance(now);
                done += now;
            }
        }

        private void propose(float[] out, int at, int vectors) {
            noise = atLeast(noise, LANES * vectors);
            stages.weights().fill(noise, vectors);
            stages.moves().propose(noise, 0, weights[first + group + batch], cursor, vectors, move.keep, move.step);
            System.arraycopy(noise, Stages.BASE, out, Stages.BASE + LANES * at, LANES * vectors);
        }

        private void remember(float[] out, int at, int vectors) {
            System.arraycopy(
                    out,
                    Stages.BASE + LANES * at,
                    proposals,
                    Stages.BASE + LANES * (batch * perGroup + cursor),
                    LANES * vectors);
        }

        private void advance(int vectors) {
            cursor += vectors;
            batch += cursor / perGroup;
            cursor %= perGroup;
        }

        @Override
        public void judge(float[] products, int firstGroup, int groups, ChunkReport report) {
            if (visitor != null) {
                show(products, groups);
                group += groups;
                batch = 0;
                return;
            }
            if (train.length < LANES * groups) {
                train = new float[LANES * groups];
                generalization = test ? new float[LANES * groups] : null;
                chosen = new int[LANES * groups];
            }
            measure(products, groups, train, generalization);
            if (seat != null) {
                seat(groups);
            } else {
                accept(groups);
            }
            group += groups;
            batch = 0;
        }

        @Override
        public void measure(float[] products, int groups, float[] train, float[] generalization) {
            stages.judge().measure(products, groups, train, generalization);
        }

        private void show(float[] products, int groups) {
            predicted = predicted.length == entries() ? predicted : new float[entries()];
            for (int i = 0; i < LANES * groups; i++) {
                Predicted.matrix(products, i / LANES, i % LANES, question, predicted);
                visitor.shown(LANES * (first + group) + i, predicted);
            }
        }

        private void seat(int groups) {
            for (int i = 0; i < LANES * groups; i++) {
                float testLoss = test ? generalization[i] : 0;
                int slot = seat.slot(train[i], testLoss);
                if (slot >= 0) {
                    copy(proposals, LANES * perGroup * (i / LANES) + i % LANES, slot);
                    trainLoss[slot] = train[i];
                    generalizationLoss[slot] = testLoss;
                }
            }
        }

        private void accept(int groups) {
            int slot = LANES * (first + group);
            for (int i = 0; i < LANES * groups; i++) {
                boolean below = train[i] < move.level;
                chosen[i] = below ? -1 : 0;
                if (below) {
                    moved++;
                    trainLoss[slot + i] = train[i];
                    generalizationLoss[slot + i] = test ? generalization[i] : 0;
                }
            }
            for (int g = 0; g < groups; g++) {
                stages.moves()
                        .select(chosen, LANES * g, proposals, perGroup * g, weights[first + group + g], 0, perGroup);
            }
        }

        private static float[] atLeast(float[] buffer, int floats) {
            int length = Stages.BASE + floats;
            return buffer.length >= length ? buffer : Arrays.copyOf(buffer, length);
        }
    }
}
