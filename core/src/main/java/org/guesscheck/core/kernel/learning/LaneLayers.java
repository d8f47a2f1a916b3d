package org.guesscheck.core.kernel.learning;

import java.util.Arrays;
import org.guesscheck.core.kernel.ActivationStage;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.LaneBuffer;
import org.guesscheck.core.kernel.Multiplication;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.network.Perceptron;
import org.guesscheck.core.problem.Measurements;
import org.guesscheck.core.problem.Problem;

/** The layers above the first, for some samples and 16 networks at a time. For one thread. */
final class LaneLayers {
    private static final int LANES = Question.LANES;
    private static final int BASE = Stages.BASE;

    private final LayerSizes sizes;
    private final Stages stages;
    private final ActivationStage activation;
    private final boolean linear;
    private final float[] sums;
    private final float[] features;
    private final Multiplication job = new Multiplication();
    private final SharedProduct shared;

    /** Makes room for so many samples at once. */
    LaneLayers(LayerSizes sizes, Stages stages, int samples) {
        this.sizes = sizes;
        this.stages = stages;
        activation = stages.activation();
        shared = new SharedProduct(stages.products());
        linear = sizes.network().activation().kind() == Activation.Kind.LINEAR;
        int width = sizes.widest() + 1;
        sums = buffer(samples * width);
        features = buffer(samples * width);
    }

    /**
     * A backend's steps. Those of activation and of drawing know nothing of sizes, so a question about the smallest matrix that can be asked
     * about has them.
     */
    static Stages stages(Backend backend, Perceptron network) {
        Measurements one = Measurements.of(new double[][] {{1}}, new double[] {0});
        Network like = new Network(1, 2, network.activation(), network.prior(), false, Network.SOFTENING);
        return backend.stages(new Question(Problem.of(1, 1, one, one), like, 0, 1, 1));
    }

    static float[] buffer(int vectors) {
        return LaneBuffer.of("layers: the numbers", vectors);
    }

    /**
     * Computes outputs.
     *
     * @param x inputs, or their factors on the numbers of the first layer, sample after sample
     * @param stride elements from sample to sample
     * @param first the first sample
     * @param end the sample behind the last one
     * @param units how many inputs or factors count
     * @param numbers weights or numbers of the first layer
     * @param upper weights above the first layer
     * @return the outputs, sample after sample
     */
    float[] outputs(float[] x, int stride, int first, int end, int units, float[] numbers, float[] upper) {
        int samples = end - first;
        shared.multiply(x, first * stride, stride, 1, samples, units, numbers, sizes.units(0), sums);
        int last = sizes.depth() - 1;
        for (int layer = 0; layer < last; layer++) {
            activate(layer, samples);
            job.groups = 1;
            job.rows = samples;
            job.units = sizes.inputs(layer + 1);
            job.cols = sizes.units(layer + 1);
            job.y = features;
            job.yRow = job.units;
            job.yUnit = 1;
            job.w = upper;
            job.wAt = sizes.first(layer + 1);
            job.wUnit = job.cols;
            job.out = sums;
            job.fresh = true;
            UnitTiles.multiply(stages.products(), job);
        }
        scale(last, samples);
        return sums;
    }

    private void activate(int layer, int samples) {
        int units = sizes.units(layer);
        int stride = sizes.inputs(layer + 1);
        // In place, and then copied: no compiler vectorizes a loop from one array to another that may be the same.
        scale(layer, samples);
        for (int r = 0; r < samples; r++) {
            System.arraycopy(sums, BASE + LANES * r * units, features, BASE + LANES * r * stride, LANES * units);
        }
        if (!linear) {
            activation.activateRuns(features, 0, units, samples, stride);
        }
        if (stride > units) {
            float bias = sizes.biasInput(layer + 1);
            for (int r = 0; r < samples; r++) {
                int at = BASE + LANES * (r * stride + units);
                Arrays.fill(features, at, at + LANES, bias);
            }
        }
    }

    private void scale(int layer, int samples) {
        float scale = sizes.scale(layer);
        int end = BASE + LANES * samples * sizes.units(layer);
        for (int i = BASE; i < end; i++) {
            sums[i] *= scale;
        }
    }
}
