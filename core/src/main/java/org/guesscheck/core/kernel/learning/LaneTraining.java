package org.guesscheck.core.kernel.learning;

import java.util.Arrays;
import org.guesscheck.core.data.SampleLoss;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;

/**
 * Sixteen networks that gradient descent trains side by side on the same batches, each from weights of its own. Not for two threads.
 *
 * <p>Every weight is one of a first layer drawn weight by weight or of the layers above.
 */
public final class LaneTraining {
    private static final int LANES = Question.LANES;

    /** Samples judged at once. */
    private static final int SAMPLES = 32;

    private final TrainingSet set;
    private final Stages stages;
    private final LaneGradient gradient;
    private final LaneLayers layers;
    private final LaneNetworks networks;
    private final float[] batch;
    private final LaneSteps firstSteps;
    private final LaneSteps upperSteps;
    private final FitCheck check;

    /**
     * Allocates the buffers.
     *
     * @param set the samples, by weights
     * @param backend whose steps it uses; all give the same bits
     * @param loss what is lowered
     * @param most samples of a batch at most
     * @param steps how steps are made of gradients
     */
    public LaneTraining(TrainingSet set, Backend backend, SampleLoss loss, int most, LaneSteps.Rule steps) {
        if (!set.inputs().areWeights()) {
            throw new IllegalArgumentException("training set: one by weights is needed");
        }
        this.set = set;
        check = set.check();
        stages = LaneLayers.stages(backend, set.sizes().network());
        gradient = new LaneGradient(set.sizes(), stages, loss, set.labels(), most);
        layers = new LaneLayers(set.sizes(), stages, SAMPLES);
        networks = new LaneNetworks(set);
        batch = new float[most * set.sizes().inputs(0)];
        firstSteps = new LaneSteps(steps, set.sizes().inputs(0) * set.sizes().units(0));
        upperSteps = new LaneSteps(steps, set.sizes().upper());
    }

    /**
     * Draws the first weights from the prior.
     *
     * @param seed seed of the run
     * @param group number of the 16 networks
     */
    public void draw(long seed, long group) {
        stages.weights().seed(seed, group);
        stages.weights()
                .fill(
                        networks.first,
                        LayerSizes.drawn(set.sizes().inputs(0) * set.sizes().units(0)));
        if (set.sizes().upper() > 0) {
            stages.weights().fill(networks.upper, LayerSizes.drawn(set.sizes().upper()));
        }
        firstSteps.clear();
        upperSteps.clear();
    }

    /**
     * Makes one step of the lanes that are still to learn.
     *
     * @param samples numbers of the samples of the batch
     * @param first the first of these
     * @param count how many of these
     * @param learning a bit for every lane, 1 where it is to make the step
     */
    public void step(int[] samples, int first, int count, int learning) {
        int inputs = set.sizes().inputs(0);
        int[] chosen = Arrays.copyOfRange(samples, first, first + count);
        for (int i = 0; i < count; i++) {
            System.arraycopy(set.inputs().rows(), inputs * chosen[i], batch, inputs * i, inputs);
        }
        gradient.of(batch, chosen, count, networks);
        double[] squares = new double[LANES];
        firstSteps.addSquares(gradient.first, squares);
        upperSteps.addSquares(gradient.upper, squares);
        firstSteps.step(networks.first, gradient.first, squares, learning);
        upperSteps.step(networks.upper, gradient.upper, squares, learning);
    }

    /**
     * Which networks fit the first samples.
     *
     * @param samples how many
     * @return a bit for every lane
     */
    public int fit(int samples) {
        int fit = Rightness.ALL;
        int inputs = set.sizes().inputs(0);
        int outputs = set.sizes().network().outputs();
        for (int first = 0; first < samples && fit != 0; first += SAMPLES) {
            int end = Math.min(samples, first + SAMPLES);
            float[] found =
                    layers.outputs(set.inputs().rows(), inputs, first, end, inputs, networks.first, networks.upper);
            for (int r = first; r < end; r++) {
                fit = check.of(found, (r - first) * outputs, set.label(r), fit);
            }
        }
        return fit;
    }

    /**
     * The networks as they are now.
     *
     * @return the weights themselves, which change with the next step
     */
    public LaneNetworks networks() {
        return networks;
    }
}
