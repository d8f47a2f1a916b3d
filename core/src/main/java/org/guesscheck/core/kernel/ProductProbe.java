package org.guesscheck.core.kernel;

/** Stages that keep the last judged product, before its scale, for {@link Replay}. */
final class ProductProbe extends ForwardingStages {
    private float[] products;
    private int last;

    ProductProbe(Stages stages) {
        super(stages);
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
            scale = scale / Math.fma(scale, norm, question.softening());
        }
        for (int e = 0; e < entries; e++) {
            product[e] *= scale;
        }
        return product;
    }

    @Override
    public void judge(float[] judged, int firstGroup, int groups, ChunkReport report) {
        products = judged;
        last = groups - 1;
        stages.judge(judged, firstGroup, groups, report);
    }
}
