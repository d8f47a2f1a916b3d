package org.guesscheck.core.kernel.learning;

import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;

/** The numbers of 16 networks: those of the first layer, and those above it as {@link LayerSizes} has them. */
public final class LaneNetworks {
    private static final int LANES = Question.LANES;

    final float[] first;
    final float[] upper;
    private final int firstVectors;
    private final int upperVectors;

    /**
     * Makes room.
     *
     * @param set the samples whose first layer's numbers there is to be room for
     */
    public LaneNetworks(TrainingSet set) {
        firstVectors = set.inputs().needed(set.count()) * set.sizes().units(0);
        upperVectors = set.sizes().upper();
        first = LaneLayers.buffer(LayerSizes.drawn(firstVectors));
        upper = LaneLayers.buffer(LayerSizes.drawn(upperVectors));
    }

    private static void copy(float[] from, int lane, float[] to, int toLane, int vectors) {
        int end = Stages.BASE + LANES * vectors;
        for (int i = Stages.BASE; i < end; i += LANES) {
            to[i + toLane] = from[i + lane];
        }
    }

    /**
     * Copies one network of another 16.
     *
     * @param from the others
     * @param lane its lane there
     * @param toLane its lane here
     */
    public void copy(LaneNetworks from, int lane, int toLane) {
        copy(from.first, lane, first, toLane, firstVectors);
        copy(from.upper, lane, upper, toLane, upperVectors);
    }
}
