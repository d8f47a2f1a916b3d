package org.guesscheck.core.kernel.learning;

import java.util.Arrays;
import org.guesscheck.core.kernel.LaneBuffer;
import org.guesscheck.core.kernel.Multiplication;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;
import org.guesscheck.core.network.Activation;

/**
 * Outputs of networks of which some layers above the first are drawn by samples.
 *
 * <p>Given the features H of some samples (samples x inputs), the columns of the next layer's sums H W are independent normals with
 * covariance H H^T. With H = L Q, where the rows of Q are orthonormal and L is triangular, H W has the law of L G, where G has one normal
 * number for each sample and unit, and W itself is never drawn. A further sample adds a row to Q, L and G and changes none before it, so
 * that a network needs the numbers of the samples that it is asked about and no others.
 *
 * <p>Rows of Q are found by Gram and Schmidt's method, each sample twice, as in {@link InputRows}. The Cholesky factor of the Gram matrix would
 * take a quarter of the time, but rounding would hide differences of samples below a thousandth of them, in place of a millionth.
 */
final class WideLayers implements TrainingPass {
    private static final int LANES = Question.LANES;
    private static final int BASE = Stages.BASE;

    /** The first block of samples; half of all networks are wrong about the first one. */
    private static final int BLOCK = 4;

    /** What is left of a sample's features, over their norm, below which they count as a combination of those before them. */
    private static final float LEAST_PART = 0x1p-19f;

    /** The largest power of two by which features are scaled, so that their squares neither vanish nor overflow. */
    private static final int LARGEST_POWER = 120;

    private final InputRows inputs;
    private final LayerSizes sizes;
    private final Stages stages;
    private final boolean linear;
    private final int count;
    private final SharedProduct shared;
    private final float[] features;
    private final float[] sums;
    private final float[] outputs;
    private final float[] parts;
    private final float[] found;
    private final float[][] directions;
    private final float[] size = new float[LANES];
    private final float[] norm = new float[LANES];
    private final float[] rest = new float[LANES];
    private final Multiplication job = new Multiplication();

    WideLayers(TrainingSet set, Stages stages) {
        inputs = set.inputs();
        sizes = set.sizes();
        this.stages = stages;
        count = set.count();
        linear = sizes.network().activation().kind() == Activation.Kind.LINEAR;
        shared = new SharedProduct(stages.products());
        features = LaneBuffer.of("layers: the features", sizes.widest() + 1);
        sums = LaneBuffer.of("layers: the sums", sizes.widest());
        outputs = LaneBuffer.of(
                "samples: the outputs", (long) count * sizes.network().outputs());
        parts = LaneBuffer.of("samples: the parts", count);
        found = LaneBuffer.of("samples: the parts", count);
        directions = new float[sizes.depth()][];
        for (int layer = 1; layer < sizes.depth(); layer++) {
            directions[layer] = LaneBuffer.of(
                    "samples: the directions", sizes.bySamples(layer) ? (long) count * sizes.inputs(layer) : 0);
        }
        job.groups = 1;
    }

    @Override
    public int most() {
        return count;
    }

    @Override
    public int end(int first) {
        return first + BLOCK;
    }

    @Override
    public int place(int sample) {
        return sample * sizes.network().outputs();
    }

    @Override
    public int start(int sample) {
        return 0;
    }

    /** Computes outputs. Unless it is the first sample, the last call was about the samples before, and about the same networks. */
    @Override
    public float[] outputs(int first, int end, LaneNetworks networks) {
        for (int sample = first; sample < end; sample++) {
            add(sample, networks);
        }
        return outputs;
    }

    /** The orthonormal rows of a layer that is drawn by samples, sample after sample; zeros where features depend on those before them. */
    float[] directions(int layer) {
        return directions[layer];
    }

    private void add(int sample, LaneNetworks networks) {
        shared.multiply(
                inputs.rows(),
                sample * inputs.stride(),
                inputs.stride(),
                1,
                1,
                inputs.needed(sample + 1),
                networks.first,
                sizes.units(0),
                sums);
        Arrays.fill(size, 1);
        for (int layer = 1; layer < sizes.depth(); layer++) {
            activate(layer);
            int units = sizes.inputs(layer);
            if (sizes.bySamples(layer)) {
                scale(units);
                split(layer, sample);
                weigh(parts, sample + 1, networks.upper, sizes.first(layer, 0), sizes.perSample(), sizes.units(layer));
            } else {
                Arrays.fill(size, 1);
                weigh(features, units, networks.upper, sizes.first(layer), sizes.units(layer), sizes.units(layer));
            }
        }
        int last = sizes.depth() - 1;
        copyScaled(last, outputs, BASE + LANES * place(sample));
    }

    /** Sums over units of features and weights. */
    private void weigh(float[] y, int units, float[] w, int wAt, int wUnit, int cols) {
        job.y = y;
        job.yAt = 0;
        job.yRow = units;
        job.yUnit = 1;
        job.rows = 1;
        job.units = units;
        job.w = w;
        job.wAt = wAt;
        job.wUnit = wUnit;
        job.cols = cols;
        job.out = sums;
        job.fresh = true;
        UnitTiles.multiply(stages.products(), job);
    }

    private void copyScaled(int layer, float[] to, int at) {
        float scale = sizes.scale(layer);
        for (int u = 0; u < sizes.units(layer); u++) {
            for (int l = 0; l < LANES; l++) {
                to[at + LANES * u + l] = sums[BASE + LANES * u + l] * scale * size[l];
            }
        }
    }

    /** Turns the sums of the layer below into features, that of biases included. */
    private void activate(int layer) {
        int units = sizes.fanIn(layer);
        copyScaled(layer - 1, features, BASE);
        if (!linear) {
            stages.activation().activateRuns(features, 0, units, 1, units);
        }
        if (sizes.inputs(layer) > units) {
            int at = BASE + LANES * units;
            Arrays.fill(features, at, at + LANES, sizes.biasInput(layer));
        }
    }

    /** Scales each network's features by a power of two, so that the largest is from 1 to 2, and keeps its inverse. */
    private void scale(int units) {
        Arrays.fill(norm, 0);
        int end = BASE + LANES * units;
        for (int i = BASE; i < end; i += LANES) {
            for (int l = 0; l < LANES; l++) {
                norm[l] = Math.max(norm[l], Math.abs(features[i + l]));
            }
        }
        for (int l = 0; l < LANES; l++) {
            int power = Math.clamp(Math.getExponent(norm[l]), -LARGEST_POWER, LARGEST_POWER);
            size[l] = Math.scalb(1f, power);
            rest[l] = Math.scalb(1f, -power);
        }
        for (int i = BASE; i < end; i += LANES) {
            for (int l = 0; l < LANES; l++) {
                features[i + l] *= rest[l];
            }
        }
    }

    /** Finds the parts of the features along the directions of the samples before, and a new direction. */
    private void split(int layer, int sample) {
        int units = sizes.inputs(layer);
        float[] rows = directions[layer];
        squares(units, norm);
        Arrays.fill(parts, BASE, BASE + LANES * sample, 0);
        for (int pass = 0; pass < 2 && sample > 0; pass++) {
            along(rows, units, sample);
            for (int i = BASE; i < BASE + LANES * sample; i++) {
                parts[i] += found[i];
                found[i] = -found[i];
            }
            subtract(rows, units, sample);
        }
        squares(units, rest);
        int at = BASE + LANES * sample;
        for (int l = 0; l < LANES; l++) {
            float left = (float) Math.sqrt(rest[l]);
            boolean own = left > LEAST_PART * (float) Math.sqrt(norm[l]);
            parts[at + l] = own ? left : 0;
            rest[l] = own ? 1 / left : 0;
        }
        int to = BASE + LANES * sample * units;
        for (int i = 0; i < LANES * units; i += LANES) {
            for (int l = 0; l < LANES; l++) {
                rows[to + i + l] = features[BASE + i + l] * rest[l];
            }
        }
    }

    private void squares(int units, float[] to) {
        Arrays.fill(to, 0);
        for (int i = BASE; i < BASE + LANES * units; i += LANES) {
            for (int l = 0; l < LANES; l++) {
                to[l] = Math.fma(features[i + l], features[i + l], to[l]);
            }
        }
    }

    private void along(float[] rows, int units, int samples) {
        job.y = rows;
        job.yAt = 0;
        job.yRow = units;
        job.yUnit = 1;
        job.rows = samples;
        job.units = units;
        job.w = features;
        job.wAt = 0;
        job.wUnit = 1;
        job.cols = 1;
        job.out = found;
        job.fresh = true;
        stages.products().multiply(job);
    }

    private void subtract(float[] rows, int units, int samples) {
        job.y = found;
        job.yRow = samples;
        job.rows = 1;
        job.units = samples;
        job.w = rows;
        job.wUnit = units;
        job.cols = units;
        job.out = features;
        job.fresh = false;
        stages.products().multiply(job);
    }
}
