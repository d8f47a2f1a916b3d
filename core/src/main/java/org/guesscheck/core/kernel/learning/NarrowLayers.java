package org.guesscheck.core.kernel.learning;

import org.guesscheck.core.kernel.Stages;

/** Outputs of any samples, of networks whose layers above the first are drawn by weights. */
final class NarrowLayers implements TrainingPass {
    private final InputRows inputs;
    private final LaneLayers layers;
    private final int outputs;
    private final int most;
    private int first;

    NarrowLayers(TrainingSet set, Stages stages, int most) {
        inputs = set.inputs();
        layers = new LaneLayers(set.sizes(), stages, most);
        outputs = set.sizes().network().outputs();
        this.most = most;
    }

    @Override
    public int most() {
        return most;
    }

    @Override
    public int end(int from) {
        return from + most;
    }

    @Override
    public int start(int sample) {
        return sample;
    }

    @Override
    public float[] outputs(int from, int end, LaneNetworks networks) {
        first = from;
        return layers.outputs(
                inputs.rows(), inputs.stride(), from, end, inputs.needed(end), networks.first, networks.upper);
    }

    @Override
    public int place(int sample) {
        return (sample - first) * outputs;
    }
}
