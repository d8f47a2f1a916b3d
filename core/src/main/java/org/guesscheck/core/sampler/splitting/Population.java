package org.guesscheck.core.sampler.splitting;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.guesscheck.core.kernel.ParticleKernel;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.random.SplitMix64;
import org.guesscheck.core.sampler.work.Cancellation;
import org.guesscheck.core.sampler.work.WeightedMean;

/**
 * The particles of one replica and their random numbers, which depend on seed, replica and step alone. Reused from replica
 * to replica; for one thread.
 */
final class Population {
    private final ParticleKernel kernel;
    private final int size;
    private final int[] ancestor;
    private final int[] lineage;
    private final int[] survivors;
    private final int[] copies;
    private final boolean[] taken;
    private final ParticleWeights weights;
    private final double[] carried;
    private final BooleanSupplier cancelled;
    private final IntConsumer progress;
    private long seed;
    private long step;
    private long evaluations;
    private int seated;

    /** Asks the one whether to stop, and tells the other how many networks it has evaluated since it last did. */
    Population(ParticleKernel kernel, int size, BooleanSupplier cancelled, IntConsumer progress) {
        this.kernel = kernel;
        this.size = size;
        this.cancelled = cancelled;
        this.progress = progress;
        ancestor = new int[size];
        lineage = new int[size];
        survivors = new int[size];
        copies = new int[size];
        taken = new boolean[size];
        weights = new ParticleWeights(size);
        carried = new double[size];
    }

    /** Who is shown draws from the prior. */
    @FunctionalInterface
    interface PriorWatcher {
        void drawn(float trainLoss, float generalizationLoss);
    }

    void start(long runSeed, long replica) {
        seed = SplitMix64.mix(SplitMix64.mix(runSeed) + SplitMix64.mix(replica ^ 0x2545f4914f6cdd1dL));
        step = 0;
        evaluations = 0;
    }

    float[] trainLoss() {
        return kernel.trainLoss();
    }

    float[] generalizationLoss() {
        return kernel.generalizationLoss();
    }

    long evaluations() {
        return evaluations;
    }

    /**
     * Draws from the prior and keeps the first draws below a level, as many as there are particles.
     *
     * @param count how many draws, a multiple of 16
     * @param level the level
     * @param watcher is shown every draw
     * @return how many draws were below the level, kept or not
     */
    int draw(int count, float level, PriorWatcher watcher) {
        Arrays.fill(trainLoss(), Float.POSITIVE_INFINITY);
        int[] below = {0};
        seated = 0;
        draw(count, (train, test) -> {
            watcher.drawn(train, test);
            if (!(train < level)) {
                return -1;
            }
            below[0]++;
            return seated < size ? seated++ : -1;
        });
        for (int slot = 0; slot < size; slot++) {
            ancestor[slot] = slot;
        }
        weights.makeEqual();
        beginLineages();
        return below[0];
    }

    /** Draws from the prior and shows every draw. */
    void draw(int count, ParticleKernel.SlotChoice seat) {
        int[] shown = {0};
        ParticleKernel.SlotChoice stopping = (train, test) -> {
            // Of large matrices, a chunk takes too long to ask before chunks alone.
            if (shown[0]++ % Question.LANES == 0) {
                Cancellation.check(cancelled);
            }
            return seat.slot(train, test);
        };
        for (int done = 0; done < count; done += Question.CHUNK) {
            int now = Math.min(Question.CHUNK, count - done);
            kernel.draw(seed, step++, now / Question.LANES, stopping);
            progress.accept(now);
        }
        evaluations += count;
    }

    int below(float level) {
        int count = 0;
        for (float loss : trainLoss()) {
            count += loss < level ? 1 : 0;
        }
        return count;
    }

    /** The weight of the particles below a level, over the number of all particles. */
    double weightBelow(float level) {
        float[] loss = trainLoss();
        double sum = 0;
        for (int slot = 0; slot < size; slot++) {
            sum += loss[slot] < level ? weights.of(slot) : 0;
        }
        return sum / size;
    }

    /** The weights of the particles. */
    ParticleWeights weights() {
        return weights;
    }

    /**
     * Replaces the particles that are not below a level by copies of those that are, in numbers that {@link ParticleWeights}
     * chooses.
     *
     * @param level the level; at least one particle is below it
     */
    void resample(float level) {
        float[] loss = trainLoss();
        int alive = 0;
        for (int slot = 0; slot < size; slot++) {
            if (loss[slot] < level) {
                survivors[alive++] = slot;
            }
        }
        SplitMix64 random = new SplitMix64(SplitMix64.mix(seed ^ 0x5851f42d4c957f2dL) ^ SplitMix64.mix(step));
        for (int i = alive - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = survivors[i];
            survivors[i] = survivors[j];
            survivors[j] = swapped;
        }
        weights.allot(survivors, alive, generalizationLoss(), random.nextDouble(), copies);
        copySurvivors(alive);
    }

    private void copySurvivors(int alive) {
        Arrays.fill(taken, false);
        for (int i = 0; i < alive; i++) {
            taken[survivors[i]] = copies[i] > 0;
        }
        int slot = 0;
        for (int i = 0; i < alive; i++) {
            for (int c = 1; c < copies[i]; c++) {
                while (taken[slot]) {
                    slot++;
                }
                copy(survivors[i], slot++);
            }
        }
    }

    private void copy(int source, int slot) {
        kernel.copy(source, slot);
        weights.copy(source, slot);
        ancestor[slot] = ancestor[source];
        lineage[slot] = lineage[source];
    }

    /**
     * Moves every particle once.
     *
     * @return the share of particles that moved
     */
    double sweep(float level, float stepSize) {
        Cancellation.check(cancelled);
        float keep = (float) Math.sqrt(1 - (double) stepSize * stepSize);
        long moved = kernel.move(seed, step++, new ParticleKernel.Move(level, keep, stepSize));
        evaluations += size;
        progress.accept(size);
        return (double) moved / size;
    }

    /** The weighted mean of the particles' predicted matrices. */
    double[] meanPredicted() {
        WeightedMean mean = new WeightedMean(kernel.entries());
        kernel.products((slot, predicted) -> mean.add(predicted, weights.of(slot)));
        return mean.mean();
    }

    /** How many of the first level's particles have descendants. */
    int distinctAncestors() {
        return (int) Arrays.stream(ancestor).distinct().count();
    }

    /** Makes every particle the first of a lineage. */
    void beginLineages() {
        for (int slot = 0; slot < size; slot++) {
            lineage[slot] = slot;
        }
    }

    /** How many lineages are left of those that began last. */
    int distinctLineages() {
        return (int) Arrays.stream(lineage).distinct().count();
    }

    /**
     * How unevenly the first level's particles, by their descendants, carry the mean of the generalization loss. Descendants of
     * one are counted together however far they have moved: moves that make losses forget what they were can still leave particles
     * in their mode (the grouping by ancestors of Lee and Whiteley 2018).
     *
     * @return the sum of the squares of the ancestors' shares: 1 over their effective number; NaN if all losses are 0
     */
    double lossConcentration() {
        Arrays.fill(carried, 0);
        double total = 0;
        float[] loss = generalizationLoss();
        for (int slot = 0; slot < size; slot++) {
            double part = weights.of(slot) * loss[slot];
            carried[ancestor[slot]] += part;
            total += part;
        }
        double squares = 0;
        for (double sum : carried) {
            squares += sum * sum;
        }
        return squares / (total * total);
    }
}
