package org.guesscheck.core.kernel.vector;

import org.guesscheck.core.kernel.ChunkReport;
import org.guesscheck.core.kernel.Multiplication;
import org.guesscheck.core.kernel.Stages;

/** The stages in vectors, each a template of its own; their twin in plain Java is the scalar backend. */
record VectorStages(Draws draws, Blocks blocks, Activating activating, Judging judging, Moving moving)
        implements Stages {
    @Override
    public void seed(long seed, long chunk) {
        draws.seed(seed, chunk);
    }

    @Override
    public void fill(float[] out, int vectors) {
        draws.fill(out, vectors);
    }

    @Override
    public void multiply(Multiplication job) {
        blocks.multiply(job);
    }

    @Override
    public boolean multiplyChain(Multiplication first, int factors) {
        return blocks.multiplyChain(first, factors);
    }

    @Override
    public void activate(float[] y, int at, int vectors) {
        activating.activate(y, at, vectors, 1, 0);
    }

    @Override
    public void activateRuns(float[] y, int at, int vectors, int runs, int stride) {
        activating.activate(y, at, vectors, runs, stride);
    }

    @Override
    public void judge(float[] products, int firstGroup, int groups, ChunkReport report) {
        judging.judge(products, firstGroup, groups, report);
    }

    @Override
    public void measure(float[] products, int groups, float[] trainLoss, float[] generalizationLoss) {
        judging.measure(products, groups, trainLoss, generalizationLoss);
    }

    @Override
    public void propose(float[] noise, int at, float[] current, int currentAt, int vectors, float keep, float step) {
        moving.propose(noise, at, current, currentAt, vectors, keep, step);
    }

    @Override
    public void select(int[] chosen, int chosenAt, float[] from, int at, float[] to, int toAt, int vectors) {
        moving.select(chosen, chosenAt, from, at, to, toAt, vectors);
    }
}
