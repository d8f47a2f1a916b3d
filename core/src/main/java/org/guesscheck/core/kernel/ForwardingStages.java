package org.guesscheck.core.kernel;

/** Stages that do what others do, for those who change a step or two. */
abstract class ForwardingStages implements Stages {
    /** Those who do the work. */
    final Stages stages;

    ForwardingStages(Stages stages) {
        this.stages = stages;
    }

    @Override
    public void seed(long seed, long chunk) {
        stages.seed(seed, chunk);
    }

    @Override
    public void fill(float[] out, int vectors) {
        stages.fill(out, vectors);
    }

    @Override
    public void multiply(Multiplication job) {
        stages.multiply(job);
    }

    @Override
    public boolean multiplyChain(Multiplication first, int factors) {
        return stages.multiplyChain(first, factors);
    }

    @Override
    public void activate(float[] y, int at, int vectors) {
        stages.activate(y, at, vectors);
    }

    @Override
    public void activateRuns(float[] y, int at, int vectors, int runs, int stride) {
        stages.activateRuns(y, at, vectors, runs, stride);
    }

    @Override
    public void judge(float[] products, int firstGroup, int groups, ChunkReport report) {
        stages.judge(products, firstGroup, groups, report);
    }

    @Override
    public void measure(float[] products, int groups, float[] trainLoss, float[] generalizationLoss) {
        stages.measure(products, groups, trainLoss, generalizationLoss);
    }

    @Override
    public void propose(float[] noise, int at, float[] current, int currentAt, int vectors, float keep, float step) {
        stages.propose(noise, at, current, currentAt, vectors, keep, step);
    }

    @Override
    public void select(int[] chosen, int chosenAt, float[] from, int at, float[] to, int toAt, int vectors) {
        stages.select(chosen, chosenAt, from, at, to, toAt, vectors);
    }
}
