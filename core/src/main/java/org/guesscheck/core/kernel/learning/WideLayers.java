package org.guesscheck.core.kernel.learning;

import java.util.Arrays;
import org.guesscheck.core.kernel.Correlation;
import org.guesscheck.core.kernel.LaneBuffer;
import org.guesscheck.core.kernel.Multiplication;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;
import org.guesscheck.core.network.Activation;

/**
 * Outputs of networks of which some layers above the first are drawn by samples.
 *
 * <p>Given the features H of some samples (samples x inputs), the columns of the next layer's sums H W are independent normals with
 * covariance H H^T = L L^T, as in {@link org.guesscheck.core.kernel.Coordinates#GRAM}. So H W has the law of L G, where G has one normal
 * number for each sample and unit, and W itself is never drawn. A further sample adds a row to L and G and changes none before it, to the
 * bit, so that a network needs the numbers of the samples that it is asked about and no others.
 *
 * <p>Features lie unit after unit, with the samples next to each other.
 */
final class WideLayers implements TrainingPass {
    private static final int LANES = Question.LANES;
    private static final int BASE = Stages.BASE;

    /** The first block of samples; half of all networks are wrong about the first one. */
    private static final int FIRST_BLOCK = 4;

    /** Units whose products are summed up before the sums are corrected for rounding. */
    private static final int RUN = 64;

    private final InputRows inputs;
    private final LayerSizes sizes;
    private final Stages stages;
    private final boolean linear;
    private final int count;
    private final SharedProduct shared;
    private final float[] sums;
    private final float[] gram;
    private final float[] lost;
    private final Correlation job = new Correlation();
    private final Multiplication product = new Multiplication();
    private float[] features;
    private float[] next;

    /** Sees the features of a layer that is drawn by samples. */
    interface Visitor {
        /**
         * Called before the layer is computed.
         *
         * @param layer which one
         * @param features its inputs, unit after unit, with the samples next to each other
         * @param lower the Cholesky factor of their Gram matrix, packed row by row
         */
        void visit(int layer, float[] features, float[] lower);
    }

    WideLayers(TrainingSet set, Stages stages) {
        inputs = set.inputs();
        sizes = set.sizes();
        this.stages = stages;
        count = set.count();
        linear = sizes.network().activation().kind() == Activation.Kind.LINEAR;
        shared = new SharedProduct(stages.products());
        long vectors = (long) count * (sizes.widest() + 1);
        sums = LaneBuffer.of("layers: the features", vectors);
        features = LaneBuffer.of("layers: the features", vectors);
        next = LaneBuffer.of("layers: the features", vectors);
        gram = LaneBuffer.of("samples: the Gram matrices", Correlation.triangle(count));
        lost = LaneBuffer.of("samples: the Gram matrices", Correlation.triangle(count));
    }

    @Override
    public int most() {
        return count;
    }

    @Override
    public int end(int first) {
        return Math.max(FIRST_BLOCK, 2 * first);
    }

    @Override
    public int place(int sample) {
        return sample * sizes.network().outputs();
    }

    @Override
    public float[] outputs(int first, int end, LaneNetworks networks) {
        return outputs(end, networks, (layer, inputsOf, lower) -> {});
    }

    /** Computes the outputs of the first samples and shows the features of the layers that are drawn by samples. */
    float[] outputs(int samples, LaneNetworks networks, Visitor visitor) {
        shared.multiply(
                inputs.rows(),
                0,
                inputs.stride(),
                1,
                samples,
                inputs.needed(samples),
                networks.first,
                sizes.units(0),
                sums);
        byUnits(0, samples);
        for (int layer = 1; layer < sizes.depth(); layer++) {
            float[] swap = features;
            features = next;
            next = swap;
            activate(layer, samples);
            if (sizes.bySamples(layer)) {
                factor(layer, samples);
                visitor.visit(layer, features, gram);
                correlate(layer, samples, networks.upper);
            } else {
                multiply(layer, samples, networks.upper);
            }
        }
        return sums;
    }

    /** Sums of one layer, sample after sample, become the next layer's features but for the activation. */
    private void byUnits(int layer, int samples) {
        int units = sizes.units(layer);
        float scale = sizes.scale(layer);
        for (int u = 0; u < units; u++) {
            for (int r = 0; r < samples; r++) {
                int from = BASE + LANES * (r * units + u);
                int to = BASE + LANES * (u * samples + r);
                for (int l = 0; l < LANES; l++) {
                    next[to + l] = scale * sums[from + l];
                }
            }
        }
    }

    private void scaleSums(int layer, int samples) {
        float scale = sizes.scale(layer);
        int end = BASE + LANES * samples * sizes.units(layer);
        for (int i = BASE; i < end; i++) {
            sums[i] *= scale;
        }
    }

    /** Turns the sums of the layer below into features, that of biases included. */
    private void activate(int layer, int samples) {
        int vectors = sizes.fanIn(layer) * samples;
        if (!linear) {
            stages.activation().activateRuns(features, 0, vectors, 1, vectors);
        }
        if (sizes.inputs(layer) > sizes.fanIn(layer)) {
            int at = BASE + LANES * vectors;
            Arrays.fill(features, at, at + LANES * samples, sizes.biasInput(layer));
        }
    }

    private void factor(int layer, int samples) {
        int units = sizes.inputs(layer);
        job.groups = 1;
        job.rows = samples;
        job.y = features;
        job.yUnit = samples;
        job.yRow = 1;
        job.sums = gram;
        job.lost = lost;
        for (int done = 0; done < units; done += RUN) {
            job.units = Math.min(RUN, units - done);
            job.yAt = done * samples;
            job.fresh = done == 0;
            stages.correlation().addGram(job);
        }
        stages.correlation().factor(job);
    }

    private void correlate(int layer, int samples, float[] upper) {
        int units = sizes.units(layer);
        boolean last = layer == sizes.depth() - 1;
        for (int r = 0; r < samples; r++) {
            int from = BASE + LANES * sizes.first(layer, r);
            for (int u = 0; u < units; u++) {
                System.arraycopy(upper, from + LANES * u, next, BASE + LANES * (u * samples + r), LANES);
            }
        }
        job.lower = gram;
        job.units = units;
        job.w = next;
        job.wAt = 0;
        job.wUnit = samples;
        job.yAt = 0;
        job.y = last ? sums : next;
        job.yUnit = last ? 1 : samples;
        job.yRow = last ? units : 1;
        stages.correlation().correlate(job);
        if (last) {
            scaleSums(layer, samples);
            return;
        }
        float scale = sizes.scale(layer);
        int end = BASE + LANES * samples * units;
        for (int i = BASE; i < end; i++) {
            next[i] *= scale;
        }
    }

    private void multiply(int layer, int samples, float[] upper) {
        product.groups = 1;
        product.rows = samples;
        product.units = sizes.inputs(layer);
        product.cols = sizes.units(layer);
        product.y = features;
        product.yRow = 1;
        product.yUnit = samples;
        product.w = upper;
        product.wAt = sizes.first(layer);
        product.wUnit = product.cols;
        product.out = sums;
        product.fresh = true;
        UnitTiles.multiply(stages.products(), product);
        if (layer == sizes.depth() - 1) {
            scaleSums(layer, samples);
        } else {
            byUnits(layer, samples);
        }
    }
}
