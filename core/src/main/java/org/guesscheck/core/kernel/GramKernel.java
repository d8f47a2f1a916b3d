package org.guesscheck.core.kernel;

import java.util.Optional;
import org.guesscheck.core.network.Network;

/**
 * Draws everything but the last factor, 16 draws at a time, and gives what the last factor's product depends on: given the
 * hidden features Y (rows x width), every column of the product is normal with covariance s^2 Y Y^T, s the factor on the
 * product. Features come from a backend's stages and have the same bits on all of them; their Gram matrices are
 * sums in double precision, unit by unit.
 *
 * <p>A group draws the numbers of {@link Question#featureLayout}, then what the caller fills. Not for two threads.
 */
public final class GramKernel {
    private final Question question;
    private final Stages stages;
    private final WeightStage normals;
    private final WeightLayout layout;
    private final Optional<GramLayers> gram;
    private final int rows;
    private final int width;
    private final int hidden;
    private final boolean activates;
    private final float[] weights;
    private final float[] features;
    private final float[] nextFeatures;
    private final double[] sums;
    private final Multiplication job = new Multiplication();

    /** The most rows of which 16 covariance matrices fit an array. */
    private static final int MOST_ROWS = 11_585;

    /**
     * Allocates the buffers.
     *
     * @param question what is asked, in any coordinates; its network is not normalized and has a Gaussian prior
     * @param stages the backend's steps
     * @throws IllegalArgumentException if the features or the covariances of 16 draws fit no array
     */
    public GramKernel(Question question, Stages stages) {
        this.question = question;
        normals = stages.weights();
        Network network = question.network();
        rows = question.rows();
        width = network.width();
        layout = question.featureLayout();
        this.stages = stages.withWeights(question.drawnFrom(normals, layout));
        hidden = layout.factors();
        activates = question.activates();
        gram = question.coordinates() == Coordinates.GRAM
                ? Optional.of(new GramLayers(question, stages, layout))
                : Optional.empty();
        weights = buffer(gram.isPresent() ? 1 : layout.atOnce());
        long vectors = hidden > 1 && gram.isEmpty() ? (long) rows * width : 1;
        features = buffer(vectors);
        nextFeatures = buffer(vectors);
        if ((long) rows * rows * Question.LANES > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("rows: " + rows + "; at most " + MOST_ROWS
                    + " are allowed where covariances of rows are computed, as the conditional estimator does");
        }
        sums = new double[rows * rows * Question.LANES];
    }

    private static float[] buffer(long vectors) {
        return LaneBuffer.of("width: the features", vectors);
    }

    /**
     * Starts a chunk.
     *
     * @param seed the run's seed
     * @param chunk number of the chunk
     */
    public void seed(long seed, long chunk) {
        stages.weights().seed(seed, chunk);
    }

    /**
     * More normal numbers of the chunk, for the caller's own use.
     *
     * @param out receives them from {@link Stages#BASE} on
     * @param vectors how many vectors of 16, even
     */
    public void fill(float[] out, int vectors) {
        normals.fill(out, vectors);
    }

    /**
     * Draws the next 16 hidden networks.
     *
     * @param covariance receives, lane after lane, the rows x rows covariance of a column of the product
     */
    public void next(double[] covariance) {
        java.util.Arrays.fill(sums, 0);
        if (gram.isPresent()) {
            reduced(gram.get());
        } else {
            switch (hidden) {
                case 0 -> identity();
                case 1 -> shallow();
                default -> deep();
            }
        }
        double variance = (double) question.finalScale() * question.finalScale();
        for (int r = 0; r < rows; r++) {
            for (int s = 0; s <= r; s++) {
                for (int l = 0; l < Question.LANES; l++) {
                    double value = variance * sums[(r * rows + s) * Question.LANES + l];
                    covariance[(l * rows + r) * rows + s] = value;
                    covariance[(l * rows + s) * rows + r] = value;
                }
            }
        }
    }

    /** Of the last hidden layer, sums are kept in double precision. */
    private void reduced(GramLayers layers) {
        layers.start(1);
        int last = hidden - 1;
        for (int factor = 0; factor < last; factor++) {
            layers.layer(factor);
        }
        int tile = layers.tile(last);
        for (int done = 0; done < width; done += tile) {
            Correlation features = layers.features(last, Math.min(tile, width - done));
            addGram(features.y, features.units, features.yRow, features.yUnit);
        }
    }

    /** Depth 1: the only factor is the last one, and its features are the unit matrix. */
    private void identity() {
        for (int r = 0; r < rows; r++) {
            java.util.Arrays.fill(sums, r * (rows + 1) * Question.LANES, (r * (rows + 1) + 1) * Question.LANES, 1);
        }
    }

    /** Depth 2: hidden units are independent, so a tile of them is drawn, activated and added. */
    private void shallow() {
        int tile = layout.tileUnits();
        for (int done = 0; done < width; done += tile) {
            int now = Math.min(tile, width - done);
            draw(now * rows);
            if (activates) {
                stages.activation().activate(weights, 0, now * rows);
            }
            addGram(weights, now, layout.rowStride(0), layout.columnStride(0));
        }
    }

    private void deep() {
        float[] y = features;
        float[] next = nextFeatures;
        int vectors = rows * width;
        for (int done = 0; done < vectors; done += layout.tile()) {
            int now = Math.min(layout.tile(), vectors - done);
            draw(now);
            int lanes = Question.LANES;
            System.arraycopy(weights, Stages.BASE, y, Stages.BASE + done * lanes, now * lanes);
        }
        if (activates) {
            stages.activation().activate(y, 0, vectors);
        }
        int tile = layout.tileUnits();
        for (int layer = 2; layer <= hidden; layer++) {
            for (int done = 0; done < width; done += tile) {
                int now = Math.min(tile, width - done);
                draw(now * width);
                multiply(y, layer, done, now, next);
            }
            if (activates) {
                stages.activation().activate(next, 0, vectors);
            }
            float[] swap = y;
            y = next;
            next = swap;
        }
        addGram(y, width, width, 1);
    }

    private void draw(int vectors) {
        stages.weights().fill(weights, WeightLayout.drawn(vectors));
    }

    /** W_1's features lie as its weights, those of later layers row by row. */
    private void multiply(float[] y, int layer, int done, int units, float[] out) {
        job.groups = 1;
        job.rows = rows;
        job.cols = width;
        job.units = units;
        job.y = y;
        job.yRow = layer == 2 ? layout.rowStride(0) : width;
        job.yUnit = layer == 2 ? layout.columnStride(0) : 1;
        job.yAt = done * job.yUnit;
        job.w = weights;
        job.wAt = 0;
        job.wUnit = layout.rowStride(layer - 1);
        job.out = out;
        job.outAt = 0;
        job.fresh = done == 0;
        stages.products().multiply(job);
    }

    /** Adds y_r y_s over units; strides count vectors. */
    private void addGram(float[] y, int units, int rowStride, int unitStride) {
        for (int u = 0; u < units; u++) {
            for (int r = 0; r < rows; r++) {
                int a = Stages.BASE + Question.LANES * (r * rowStride + u * unitStride);
                for (int s = 0; s <= r; s++) {
                    int b = Stages.BASE + Question.LANES * (s * rowStride + u * unitStride);
                    int to = Question.LANES * (r * rows + s);
                    for (int l = 0; l < Question.LANES; l++) {
                        sums[to + l] = Math.fma((double) y[a + l], (double) y[b + l], sums[to + l]);
                    }
                }
            }
        }
    }
}
