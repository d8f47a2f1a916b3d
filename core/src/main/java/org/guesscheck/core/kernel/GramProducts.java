package org.guesscheck.core.kernel;

/** Products of a network in {@link Coordinates#GRAM}. */
final class GramProducts implements ProductPass {
    private final GramLayers layers;
    private final int last;
    private final float[] products;

    GramProducts(Question question, Stages stages) {
        WeightLayout layout = question.layout();
        layers = new GramLayers(question, stages, layout);
        last = layout.factors() - 1;
        products = LaneBuffer.of("rows: the products", (long) layout.batch() * question.rows() * question.cols());
    }

    @Override
    public float[] next(int groups) {
        layers.start(groups);
        for (int factor = 0; factor < last; factor++) {
            layers.layer(factor);
        }
        layers.last(last, products);
        return products;
    }
}
