package org.guesscheck.core.kernel.learning;

import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;

/** The numbers of 16 networks: those of the first layer, and the weights above it. */
public final class LaneNetworks {
    private static final int LANES = Question.LANES;

    final float[] first;
    final float[] upper;

    /**
     * Makes room.
     *
     * @param set the samples whose first layer's numbers there is to be room for
     */
    public LaneNetworks(TrainingSet set) {
        first = LaneLayers.buffer(
                LayerSizes.drawn(set.inputs().needed(set.count()) * set.sizes().units(0)));
        upper = LaneLayers.buffer(LayerSizes.drawn(set.sizes().upper()));
    }

    /** Copies one network of another 16. */
    void take(float[] otherFirst, float[] otherUpper, int lane, int toLane) {
        copy(otherFirst, lane, first, toLane);
        copy(otherUpper, lane, upper, toLane);
    }

    private static void copy(float[] from, int lane, float[] to, int toLane) {
        for (int i = Stages.BASE; i < from.length; i += LANES) {
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
        take(from.first, from.upper, lane, toLane);
    }
}
