package org.guesscheck.core.kernel.learning;

import java.util.Arrays;
import org.guesscheck.core.data.SampleLoss;
import org.guesscheck.core.kernel.Multiplication;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;
import org.guesscheck.core.network.Activation;

/**
 * The gradient of the mean loss of some samples by the weights of 16 networks, by one pass forwards and one backwards through the layers. For one thread.
 *
 * <p>Products are those of the backends; everything else is plain Java, number by number, so that all backends give the same bits.
 */
final class LaneGradient {
    private static final int LANES = Question.LANES;
    private static final int BASE = Stages.BASE;

    private final LayerSizes sizes;
    private final Stages stages;
    private final SampleLoss loss;
    private final int[] labels;
    private final SharedProduct shared;
    private final Multiplication job = new Multiplication();
    private final float[][] features;
    private final float[][] sums;
    private final float[] back;
    private final float[] transposed;

    /** Gradients by the first layer's weights and by those above, in the order of the weights. */
    final float[] first;

    final float[] upper;

    LaneGradient(LayerSizes sizes, Stages stages, SampleLoss loss, int[] labels, int most) {
        this.sizes = sizes;
        this.stages = stages;
        this.loss = loss;
        this.labels = labels;
        shared = new SharedProduct(stages.products());
        features = new float[sizes.depth()][];
        sums = new float[sizes.depth()][];
        int widest = 0;
        for (int layer = 0; layer < sizes.depth(); layer++) {
            sums[layer] = LaneLayers.buffer(most * sizes.units(layer));
            features[layer] = LaneLayers.buffer(layer == 0 ? 0 : most * sizes.inputs(layer));
            widest = Math.max(widest, layer == 0 ? 0 : sizes.inputs(layer) * sizes.units(layer));
        }
        back = LaneLayers.buffer(Math.max(most * (sizes.widest() + 1), widest));
        transposed = LaneLayers.buffer(widest);
        first = LaneLayers.buffer(LayerSizes.drawn(sizes.inputs(0) * sizes.units(0)));
        upper = LaneLayers.buffer(LayerSizes.drawn(sizes.upper()));
    }

    /**
     * Computes it.
     *
     * @param x inputs of the samples, one after the other
     * @param samples the samples' numbers, for their labels
     * @param count how many
     * @param networks the networks
     */
    void of(float[] x, int[] samples, int count, LaneNetworks networks) {
        forward(x, count, networks);
        int last = sizes.depth() - 1;
        outputs(samples, count);
        for (int layer = last; layer > 0; layer--) {
            multiply(layer, features[layer], 1, sizes.inputs(layer), sizes.inputs(layer), count);
            System.arraycopy(
                    back,
                    BASE,
                    upper,
                    BASE + LANES * sizes.first(layer),
                    LANES * sizes.inputs(layer) * sizes.units(layer));
            backwards(layer, count, networks.upper);
        }
        int inputs = sizes.inputs(0);
        shared.multiply(x, 0, 1, inputs, inputs, count, sums[0], sizes.units(0), first);
    }

    private void forward(float[] x, int count, LaneNetworks networks) {
        int inputs = sizes.inputs(0);
        shared.multiply(x, 0, inputs, 1, count, inputs, networks.first, sizes.units(0), sums[0]);
        for (int layer = 1; layer < sizes.depth(); layer++) {
            activate(layer, count);
            job.groups = 1;
            job.rows = count;
            job.units = sizes.inputs(layer);
            job.cols = sizes.units(layer);
            job.y = features[layer];
            job.yRow = job.units;
            job.yUnit = 1;
            job.w = networks.upper;
            job.wAt = sizes.first(layer);
            job.wUnit = job.cols;
            job.out = sums[layer];
            job.fresh = true;
            UnitTiles.multiply(stages.products(), job);
        }
    }

    /** Features of a layer's inputs: scaled and activated sums of the layer below, and that of biases. */
    private void activate(int layer, int count) {
        int units = sizes.units(layer - 1);
        int stride = sizes.inputs(layer);
        float scale = sizes.scale(layer - 1);
        float[] below = sums[layer - 1];
        float[] to = features[layer];
        // In place, and then copied: no compiler vectorizes a loop from one array to another that may be the same.
        for (int i = BASE; i < BASE + LANES * count * units; i++) {
            below[i] *= scale;
        }
        for (int r = 0; r < count; r++) {
            int at = BASE + LANES * r * stride;
            System.arraycopy(below, BASE + LANES * r * units, to, at, LANES * units);
            if (stride > units) {
                Arrays.fill(to, at + LANES * units, at + LANES * stride, sizes.biasInput(layer));
            }
        }
        if (sizes.network().activation().kind() != Activation.Kind.LINEAR) {
            stages.activation().activateRuns(to, 0, units, count, stride);
        }
    }

    /** Replaces the outputs' sums by the derivatives of the mean loss by them. */
    private void outputs(int[] samples, int count) {
        int last = sizes.depth() - 1;
        int outputs = sizes.units(last);
        float scale = sizes.scale(last);
        float share = scale / count;
        double[] o = new double[outputs];
        for (int r = 0; r < count; r++) {
            int label = labels[samples[r]];
            for (int l = 0; l < LANES; l++) {
                int at = BASE + LANES * r * outputs + l;
                for (int c = 0; c < outputs; c++) {
                    o[c] = scale * sums[last][at + LANES * c];
                }
                derivatives(o, label);
                for (int c = 0; c < outputs; c++) {
                    sums[last][at + LANES * c] = share * (float) o[c];
                }
            }
        }
    }

    /** Replaces the outputs of a sample by the derivatives of its loss by them. */
    private void derivatives(double[] o, int label) {
        if (loss == SampleLoss.SQUARE) {
            for (int c = 0; c < o.length; c++) {
                boolean own = o.length == 1 ? label == 1 : c == label;
                o[c] = 2 * (o[c] - (own ? 1 : -1));
            }
            return;
        }
        if (loss == SampleLoss.HINGE) {
            hinge(o, label);
            return;
        }
        if (o.length == 1) {
            double sign = label == 1 ? 1 : -1;
            o[0] = -sign / (1 + StrictMath.exp(sign * o[0]));
            return;
        }
        double largest = Arrays.stream(o).max().orElseThrow();
        double sum = 0;
        for (int c = 0; c < o.length; c++) {
            o[c] = StrictMath.exp(o[c] - largest);
            sum += o[c];
        }
        for (int c = 0; c < o.length; c++) {
            o[c] = o[c] / sum - (c == label ? 1 : 0);
        }
    }

    /** Where the hinge loss has no derivative, as at a margin of 1, it counts as 0; of equal outputs the first one counts as larger. */
    private static void hinge(double[] o, int label) {
        if (o.length == 1) {
            double sign = label == 1 ? 1 : -1;
            o[0] = sign * o[0] < 1 ? -sign : 0;
            return;
        }
        int other = label == 0 ? 1 : 0;
        for (int c = 0; c < o.length; c++) {
            if (c != label && o[c] > o[other]) {
                other = c;
            }
        }
        boolean within = o[label] - o[other] < 1;
        Arrays.fill(o, 0);
        if (within) {
            o[label] = -1;
            o[other] = 1;
        }
    }

    /** Into {@link #back}: rows of features times the derivatives of a layer. */
    private void multiply(int layer, float[] y, int row, int unit, int rows, int units) {
        job.groups = 1;
        job.rows = rows;
        job.units = units;
        job.cols = sizes.units(layer);
        job.y = y;
        job.yRow = row;
        job.yUnit = unit;
        job.w = sums[layer];
        job.wAt = 0;
        job.wUnit = job.cols;
        job.out = back;
        job.fresh = true;
        UnitTiles.multiply(stages.products(), job);
    }

    /** From the derivatives by a layer's sums to those by the sums of the layer below. */
    private void backwards(int layer, int count, float[] weights) {
        int units = sizes.units(layer);
        int below = sizes.units(layer - 1);
        int from = BASE + LANES * sizes.first(layer);
        for (int i = 0; i < below; i++) {
            for (int c = 0; c < units; c++) {
                System.arraycopy(
                        weights, from + LANES * (i * units + c), transposed, BASE + LANES * (c * below + i), LANES);
            }
        }
        job.groups = 1;
        job.rows = count;
        job.units = units;
        job.cols = below;
        job.y = sums[layer];
        job.yRow = units;
        job.yUnit = 1;
        job.w = transposed;
        job.wAt = 0;
        job.wUnit = below;
        job.out = back;
        job.fresh = true;
        UnitTiles.multiply(stages.products(), job);
        slopes(layer, count);
    }

    private void slopes(int layer, int count) {
        int below = sizes.units(layer - 1);
        int stride = sizes.inputs(layer);
        float scale = sizes.scale(layer - 1);
        Activation activation = sizes.network().activation();
        for (int r = 0; r < count; r++) {
            for (int i = 0; i < LANES * below; i++) {
                float h = features[layer][BASE + LANES * r * stride + i];
                float slope = switch (activation.kind()) {
                    case LINEAR -> 1;
                    case TANH -> 1 - h * h;
                    // Features have the signs of their sums, for a slope of 0 they are 0 below.
                    case LEAKY_RELU -> h > 0 ? 1 : activation.negativeSlope();
                };
                int at = BASE + LANES * r * below + i;
                sums[layer - 1][at] = scale * slope * back[at];
            }
        }
    }
}
