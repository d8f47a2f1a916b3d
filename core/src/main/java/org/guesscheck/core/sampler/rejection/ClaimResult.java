package org.guesscheck.core.sampler.rejection;

import java.util.Arrays;
import org.guesscheck.core.estimate.ExactMoments;
import org.guesscheck.core.kernel.ChunkReport;
import org.guesscheck.core.kernel.Question;

/**
 * What a run of consecutive chunks found: accepted draws in order, and the prior's losses of the subsample. Where all draws are
 * sampled, which are few then, their losses are kept one by one, otherwise as sums.
 */
final class ClaimResult {
    long draws;
    int accepted;
    long[] index = new long[64];
    float[] trainLoss = new float[64];
    float[] generalizationLoss = new float[64];
    int sampled;
    float[] prior = new float[64];

    /** Of the finite losses of a subsample. */
    ExactMoments priorSums = new ExactMoments();

    /** Losses of a subsample that are no finite numbers. */
    long priorOthers;

    /** Adds what a chunk reports of its first draws. */
    void add(long chunk, int drawsInChunk, ChunkReport report, float eps, int fullEvery) {
        draws += drawsInChunk;
        for (int i = 0; i < report.count; i++) {
            int group = report.group[i];
            int lanes = Math.min(Question.LANES, drawsInChunk - group * Question.LANES);
            for (int l = 0; l < lanes; l++) {
                float train = report.trainLoss[Question.LANES * i + l];
                float generalization = report.generalizationLoss[Question.LANES * i + l];
                if (fullEvery == 1) {
                    sample(generalization);
                } else if (group % fullEvery == 0) {
                    sum(generalization);
                }
                if (train < eps) {
                    accept(chunk * Question.CHUNK + group * Question.LANES + l, train, generalization);
                }
            }
        }
    }

    /** Adds what the chunks that follow found. */
    void add(ClaimResult next) {
        draws += next.draws;
        for (int i = 0; i < next.sampled; i++) {
            sample(next.prior[i]);
        }
        priorSums.add(next.priorSums);
        priorOthers += next.priorOthers;
        for (int i = 0; i < next.accepted; i++) {
            accept(next.index[i], next.trainLoss[i], next.generalizationLoss[i]);
        }
    }

    private void sum(float loss) {
        if (Float.isFinite(loss)) {
            priorSums.add(loss);
        } else {
            priorOthers++;
        }
    }

    void sample(float loss) {
        if (sampled == prior.length) {
            prior = Arrays.copyOf(prior, 2 * sampled);
        }
        prior[sampled++] = loss;
    }

    void accept(long draw, float train, float generalization) {
        if (accepted == index.length) {
            index = Arrays.copyOf(index, 2 * accepted);
            trainLoss = Arrays.copyOf(trainLoss, 2 * accepted);
            generalizationLoss = Arrays.copyOf(generalizationLoss, 2 * accepted);
        }
        index[accepted] = draw;
        trainLoss[accepted] = train;
        generalizationLoss[accepted++] = generalization;
    }

    void clear() {
        draws = 0;
        accepted = 0;
        sampled = 0;
        priorSums.clear();
        priorOthers = 0;
    }
}
