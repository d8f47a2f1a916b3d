package org.guesscheck.core.kernel;

import org.guesscheck.core.network.Network;

/** Products of features and weights, factor by factor; {@link WeightLayout} says where each weight is. */
final class DirectProducts implements ProductPass {
    private final Question question;
    private final Stages stages;
    private final WeightLayout layout;
    private final int rows;
    private final int cols;
    private final int width;
    private final int depth;
    private final int perGroup;
    private final boolean whole;
    private final int tile;
    private final float[] weights;
    private final float[] features;
    private final float[] nextFeatures;
    private final float[] products;
    private final Multiplication job = new Multiplication();

    DirectProducts(Question question, Stages stages) {
        this.question = question;
        this.stages = stages;
        Network network = question.network();
        rows = question.rows();
        cols = question.cols();
        width = network.width();
        depth = network.depth();
        layout = question.layout();
        perGroup = layout.vectors();
        whole = layout.whole();
        tile = layout.tile();
        int batch = layout.batch();
        weights = buffer(layout.atOnce());
        long hidden = (long) rows * width * batch;
        features = buffer(depth > 2 ? hidden : 1);
        nextFeatures = buffer(depth > 2 ? hidden : 1);
        products = buffer((long) rows * cols * batch);
    }

    private static float[] buffer(long vectors) {
        return LaneBuffer.of("width: the features", vectors);
    }

    @Override
    public float[] next(int groups) {
        if (whole) {
            stages.weights().fill(weights, groups * perGroup);
        }
        switch (depth) {
            case 1 -> one(groups);
            case 2 -> two(groups);
            default -> deep(groups);
        }
        return products;
    }

    private void one(int groups) {
        int entries = rows * cols;
        if (whole) {
            for (int g = 0; g < groups; g++) {
                copy(weights, g * perGroup, products, g * entries, entries);
            }
            return;
        }
        for (int done = 0; done < entries; done += tile) {
            int now = Math.min(tile, entries - done);
            stages.weights().fill(weights, WeightLayout.drawn(now));
            copy(weights, 0, products, done, now);
        }
    }

    private static void copy(float[] from, int at, float[] to, int toAt, int vectors) {
        int lanes = Question.LANES;
        System.arraycopy(from, Stages.BASE + at * lanes, to, Stages.BASE + toAt * lanes, vectors * lanes);
    }

    /** Hidden units are independent: each is drawn, activated and added to the product, tile by tile. */
    private void two(int groups) {
        int perUnit = layout.columnStride(0);
        int tileUnits = whole ? width : layout.tileUnits();
        for (int done = 0; done < width; done += tileUnits) {
            int now = Math.min(tileUnits, width - done);
            if (!whole) {
                stages.weights().fill(weights, WeightLayout.drawn(now * perUnit));
            }
            if (activates()) {
                for (int g = 0; g < groups; g++) {
                    stages.activation().activateRuns(weights, g * perGroup, rows, now, perUnit);
                }
            }
            features(weights, 0, perGroup, layout.rowStride(0), perUnit);
            weights(weights, layout.first(1), perGroup, layout.rowStride(1));
            multiply(groups, now, cols, products, rows * cols, done == 0);
        }
    }

    private void deep(int groups) {
        int hidden = rows * width;
        // Small networks' first layer stays where it was drawn.
        float[] y = whole ? weights : features;
        int yGroup = whole ? perGroup : hidden;
        float[] next = nextFeatures;
        firstLayer(groups, y, yGroup);
        if (whole && width == cols && !activates() && chain(groups)) {
            return;
        }
        for (int layer = 2; layer <= depth; layer++) {
            int outputs = layer == depth ? cols : width;
            float[] out = layer == depth ? products : next;
            // W_1's features lie as its weights, those of later layers row by row.
            int yRow = layer == 2 ? layout.rowStride(0) : width;
            int yUnit = layer == 2 ? layout.columnStride(0) : 1;
            int at = whole ? layout.first(layer - 1) : 0;
            int tileUnits = whole ? width : layout.tileUnits();
            for (int done = 0; done < width; done += tileUnits) {
                int now = Math.min(tileUnits, width - done);
                if (!whole) {
                    stages.weights().fill(weights, WeightLayout.drawn(now * outputs));
                }
                features(y, done * yUnit, yGroup, yRow, yUnit);
                weights(weights, at, perGroup, layout.rowStride(layer - 1));
                multiply(groups, now, outputs, out, rows * outputs, done == 0);
            }
            if (layer < depth) {
                if (activates()) {
                    stages.activation().activate(next, 0, groups * hidden);
                }
                next = out == features ? nextFeatures : features;
                y = out;
                yGroup = hidden;
            }
        }
    }

    /** All further factors at once, if they are square and nothing happens between them. */
    private boolean chain(int groups) {
        features(weights, 0, perGroup, layout.rowStride(0), layout.columnStride(0));
        weights(weights, layout.first(1), perGroup, layout.rowStride(1));
        job(groups, width, cols, products, rows * cols, true);
        return stages.products().multiplyChain(job, depth - 1);
    }

    private void firstLayer(int groups, float[] y, int yGroup) {
        int vectors = rows * width;
        for (int done = 0; done < vectors && !whole; done += tile) {
            int now = Math.min(tile, vectors - done);
            stages.weights().fill(weights, WeightLayout.drawn(now));
            copy(weights, 0, y, done, now);
        }
        if (activates()) {
            stages.activation().activateRuns(y, 0, vectors, groups, yGroup);
        }
    }

    private boolean activates() {
        return question.activates();
    }

    private void features(float[] y, int at, int group, int row, int unit) {
        job.y = y;
        job.yAt = at;
        job.yGroup = group;
        job.yRow = row;
        job.yUnit = unit;
    }

    private void weights(float[] w, int at, int group, int unit) {
        job.w = w;
        job.wAt = at;
        job.wGroup = group;
        job.wUnit = unit;
    }

    private void multiply(int groups, int units, int outputs, float[] out, int outGroup, boolean fresh) {
        job(groups, units, outputs, out, outGroup, fresh);
        stages.products().multiply(job);
    }

    private void job(int groups, int units, int outputs, float[] out, int outGroup, boolean fresh) {
        job.groups = groups;
        job.rows = rows;
        job.cols = outputs;
        job.units = units;
        job.out = out;
        job.outAt = 0;
        job.outGroup = outGroup;
        job.fresh = fresh;
    }
}
