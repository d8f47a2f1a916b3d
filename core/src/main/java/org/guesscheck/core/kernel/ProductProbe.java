package org.guesscheck.core.kernel;

import org.guesscheck.core.random.PriorStream;

/** Puts another group in the place of the first one and keeps its product, before its scale, for {@link Replay}. */
final class ProductProbe implements WeightStage, JudgeStage {
    private final JudgeStage judge;
    private final PriorStream draws;
    private float[] products;

    /** Takes the weights of groups from what draws has next. */
    ProductProbe(JudgeStage judge, PriorStream draws) {
        this.judge = judge;
        this.draws = draws;
    }

    @Override
    public void seed(long seed, long chunk) {
        // The draws were seeded before.
    }

    @Override
    public void fill(float[] out, int vectors) {
        draws.fill(out, vectors);
    }

    /** The predicted matrix of a lane of the group that was judged. */
    float[] product(int lane, Question question) {
        float[] product = new float[question.rows() * question.cols()];
        Predicted.matrix(products, 0, lane, question, product);
        return product;
    }

    @Override
    public void judge(float[] judged, int firstGroup, int groups, ChunkReport report) {
        products = judged;
        judge.judge(judged, firstGroup, groups, report);
    }

    @Override
    public void measure(float[] measured, int groups, float[] trainLoss, float[] generalizationLoss) {
        judge.measure(measured, groups, trainLoss, generalizationLoss);
    }
}
