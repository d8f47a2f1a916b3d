package org.guesscheck.core.kernel;

import org.guesscheck.core.random.PriorStream;

/** Stages that take the first group for another one and keep its product, before its scale, for {@link Replay}. */
final class ProductProbe extends ForwardingStages {
    private final PriorStream draws;
    private float[] products;

    /** Takes the weights of groups from what draws has next. */
    ProductProbe(Stages stages, PriorStream draws) {
        super(stages);
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
        int entries = question.rows() * question.cols();
        float[] product = new float[entries];
        float squares = 0;
        for (int e = 0; e < entries; e++) {
            product[e] = products[BASE + Question.LANES * e + lane];
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
        stages.judge(judged, firstGroup, groups, report);
    }
}
