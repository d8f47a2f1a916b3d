package org.guesscheck.core.kernel.learning;

import java.util.Arrays;
import org.guesscheck.core.data.Fit;
import org.guesscheck.core.network.Perceptron;
import org.guesscheck.core.network.Prior;

/**
 * Samples to learn from, in their order, prepared for a perceptron; immutable, for any number of threads.
 *
 * <p>A Gaussian first layer is drawn through as many rows of numbers as there are independent inputs, see {@link InputRows}; a uniform one
 * weight by weight. Wide layers above it are drawn by samples, too, see {@link WideLayers}.
 */
public final class TrainingSet {
    private final LayerSizes sizes;
    private final InputRows inputs;
    private final int[] labels;
    private final Fit fit;

    /**
     * Prepares samples.
     *
     * @param network the perceptron
     * @param inputs features of each sample, all of one length
     * @param labels the samples' labels, from 0 to below the number of outputs, or 0 and 1 for one output
     * @param fit what a network has to do with a sample
     * @param byWeights whether every weight is to be drawn where the prior is Gaussian, too: other draws with the same law
     */
    public TrainingSet(Perceptron network, float[][] inputs, int[] labels, Fit fit, boolean byWeights) {
        boolean bySamples = !byWeights && network.prior() == Prior.GAUSSIAN;
        sizes = new LayerSizes(network, inputs[0].length, bySamples ? inputs.length : 0);
        float[][] rows = withBias(sizes, inputs);
        this.inputs = bySamples ? InputRows.triangular(rows) : InputRows.ofWeights(rows);
        this.labels = labels.clone();
        this.fit = fit;
    }

    /** Inputs with that of biases behind the features, if there are any. */
    static float[][] withBias(LayerSizes sizes, float[][] inputs) {
        if (sizes.inputs(0) == sizes.fanIn(0)) {
            return inputs;
        }
        float[][] rows = new float[inputs.length][];
        for (int r = 0; r < rows.length; r++) {
            rows[r] = Arrays.copyOf(inputs[r], inputs[r].length + 1);
            rows[r][inputs[r].length] = sizes.biasInput(0);
        }
        return rows;
    }

    LayerSizes sizes() {
        return sizes;
    }

    /**
     * The number of layers.
     *
     * @return at least 1
     */
    public int depth() {
        return sizes.depth();
    }

    /**
     * The number of samples.
     *
     * @return at least 1
     */
    public int count() {
        return labels.length;
    }

    InputRows inputs() {
        return inputs;
    }

    /** Judges whether networks fit a sample. */
    FitCheck check() {
        return new FitCheck(fit, sizes.network().outputs());
    }

    int[] labels() {
        return labels;
    }

    int label(int sample) {
        return labels[sample];
    }
}
