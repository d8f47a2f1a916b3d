package org.guesscheck.core.kernel.learning;

import org.guesscheck.core.kernel.Stages;

/** Computes what 16 networks say of training samples. For one thread. */
interface TrainingPass {
    /**
     * The pass that a training set asks for.
     *
     * @param most samples that are computed at once where layers are drawn by weights
     */
    static TrainingPass of(TrainingSet set, Stages stages, int most) {
        return set.sizes().perSample() > 0 ? new WideLayers(set, stages) : new NarrowLayers(set, stages, most);
    }

    /** How many samples may be computed at once. */
    int most();

    /** Where a block of samples should end, so that a network that is soon wrong costs little. */
    int end(int first);

    /** Where a call has to start that wants a sample of networks which the last call was not about. */
    int start(int sample);

    /** Computes the outputs of some samples. They are the pass's own, until the next call. */
    float[] outputs(int first, int end, LaneNetworks networks);

    /** The vector of a sample's first output among those computed last. */
    int place(int sample);
}
