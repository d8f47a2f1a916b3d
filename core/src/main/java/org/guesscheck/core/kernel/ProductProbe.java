package org.guesscheck.core.kernel;

/** Stages that keep the last judged product, before its scale, for {@link Replay}. */
final class ProductProbe implements Stages {
    private final Stages stages;
    private float[] products;
    private int last;

    ProductProbe(Stages stages) {
        this.stages = stages;
    }

    /** The predicted matrix of a lane of the group that was judged last. */
    float[] product(int lane, Question question) {
        int entries = question.rows() * question.cols();
        float[] product = new float[entries];
        float squares = 0;
        for (int e = 0; e < entries; e++) {
            product[e] = products[BASE + Question.LANES * (last * entries + e) + lane];
            squares = Math.fma(product[e], product[e], squares);
        }
        float scale = question.finalScale();
        if (question.network().normalized()) {
            float norm = (float) Math.sqrt(squares);
            scale = scale / Math.fma(scale, norm, question.network().softening());
        }
        for (int e = 0; e < entries; e++) {
            product[e] *= scale;
        }
        return product;
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
    public void activate(float[] y, int at, int vectors) {
        stages.activate(y, at, vectors);
    }

    @Override
    public void judge(float[] judged, int firstGroup, int groups, ChunkReport report) {
        products = judged;
        last = groups - 1;
        stages.judge(judged, firstGroup, groups, report);
    }

    @Override
    public void measure(float[] measured, int groups, float[] trainLoss, float[] generalizationLoss) {
        stages.measure(measured, groups, trainLoss, generalizationLoss);
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
