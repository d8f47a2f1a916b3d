package org.guesscheck.core.kernel.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;

/** How many test samples each of 16 networks has right. Not for two threads. */
public final class TestKernel {
    private static final int LANES = Question.LANES;
    private static final int BASE = Stages.BASE;

    /** Test samples evaluated at once. */
    private static final int SAMPLES = 32;

    private final float[] test;
    private final int features;
    private final int[] labels;
    private final Stages stages;
    private final LaneLayers layers;
    private final LiftedWeights lifted;
    private final LayerSizes sizes;
    private final Optional<UpperWeights> upper;
    private final float[] drawn;
    private final int outputs;

    /**
     * Allocates the buffers.
     *
     * @param set the training samples
     * @param inputs features of each test sample
     * @param labels the test samples' labels
     * @param backend whose steps it uses; all give the same bits
     */
    public TestKernel(TrainingSet set, float[][] inputs, int[] labels, Backend backend) {
        this.labels = labels;
        features = set.sizes().inputs(0);
        test = InputRows.flat(TrainingSet.withBias(set.sizes(), inputs), features);
        stages = LaneLayers.stages(backend, set.sizes().network());
        sizes = set.sizes().byWeights();
        layers = new LaneLayers(sizes, stages, SAMPLES);
        upper = set.sizes().perSample() > 0 ? Optional.of(new UpperWeights(set, stages)) : Optional.empty();
        lifted = new LiftedWeights(set, stages.products());
        drawn = lifted.needsPrior() ? new float[lifted.weights.length] : new float[0];
        outputs = set.sizes().network().outputs();
    }

    /**
     * Draws the weights that the training samples left open, one for each of 16 networks at once.
     *
     * @param seed seed of these weights
     * @param group number of the group
     */
    public void prior(long seed, long group) {
        if (lifted.needsPrior()) {
            stages.weights().seed(seed, group);
            stages.weights().fill(lifted.weights, weightVectors());
            upper.ifPresent(weights -> weights.prior(stages.weights()));
        }
    }

    /**
     * Draws the weights that the training samples left open for one network: lane {@code draw % 16} of group {@code draw / 16}.
     *
     * @param seed seed of these weights
     * @param draw number of the draw
     * @param lane the network's lane
     */
    public void priorOf(long seed, long draw, int lane) {
        if (lifted.needsPrior()) {
            stages.weights().seed(seed, draw / LANES);
            stages.weights().fill(drawn, weightVectors());
            int from = (int) (draw % LANES);
            int end = BASE + LANES * weightVectors();
            for (int i = BASE; i < end; i += LANES) {
                lifted.weights[i + lane] = drawn[i + from];
            }
            upper.ifPresent(weights -> weights.priorOf(stages.weights(), from, lane));
        }
    }

    private float[] above(LaneNetworks networks) {
        return upper.map(weights -> weights.weights).orElse(networks.upper);
    }

    private int weightVectors() {
        return LayerSizes.drawn(features * sizes.units(0));
    }

    /**
     * Tests 16 networks, after their open weights were drawn.
     *
     * @param networks the networks
     * @param samples how many training samples their numbers are of
     * @param right receives how many test samples each has right
     */
    public void test(LaneNetworks networks, int samples, int[] right) {
        lifted.lift(networks.first, samples);
        upper.ifPresent(weights -> weights.lift(networks, samples));
        float[] above = above(networks);
        Arrays.fill(right, 0, LANES, 0);
        for (int first = 0; first < labels.length; first += SAMPLES) {
            int end = Math.min(labels.length, first + SAMPLES);
            float[] found = layers.outputs(test, features, first, end, features, lifted.weights, above);
            for (int r = first; r < end; r++) {
                int mask = Rightness.of(found, (r - first) * outputs, outputs, labels[r]);
                for (int l = 0; l < LANES; l++) {
                    right[l] += mask >> l & 1;
                }
            }
        }
    }

    /**
     * The weights of one of the networks tested last.
     *
     * @param networks the networks
     * @param lane which of them
     * @return for every layer its weights, input after input, that of biases last
     */
    public List<float[]> weights(LaneNetworks networks, int lane) {
        float[] above = above(networks);
        List<float[]> weights = new ArrayList<>(List.of(lifted.ofLane(lane)));
        for (int layer = 1; layer < sizes.depth(); layer++) {
            float[] one = new float[sizes.inputs(layer) * sizes.units(layer)];
            for (int i = 0; i < one.length; i++) {
                one[i] = above[BASE + LANES * (sizes.first(layer) + i) + lane];
            }
            weights.add(one);
        }
        return weights;
    }
}
