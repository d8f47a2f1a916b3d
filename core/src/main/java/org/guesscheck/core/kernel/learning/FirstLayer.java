package org.guesscheck.core.kernel.learning;

import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;
import org.guesscheck.core.kernel.WeightStage;

/** The numbers of the first layer of 16 networks: rows of a number for each unit, drawn as they are needed. */
final class FirstLayer {
    private static final int LANES = Question.LANES;
    private static final int BASE = Stages.BASE;

    private final TrainingSet set;
    private final int units;
    private final float[] drawn;

    /** The numbers, row after row. */
    final float[] numbers;

    private int rows;

    FirstLayer(TrainingSet set) {
        this.set = set;
        units = set.sizes().units(0);
        drawn = LaneLayers.buffer(LayerSizes.drawn(units));
        numbers = LaneLayers.buffer(set.inputs().needed(set.count()) * units);
    }

    /** Forgets all numbers. */
    void clear() {
        rows = 0;
    }

    /** Draws the numbers that the first samples need, row after row. */
    void draw(int samples, WeightStage weights) {
        int needed = set.inputs().needed(samples);
        for (; rows < needed; rows++) {
            row(weights, numbers, rows);
        }
    }

    /** Draws a row of numbers. */
    void row(WeightStage weights, float[] to, int row) {
        weights.fill(drawn, LayerSizes.drawn(units));
        System.arraycopy(drawn, BASE, to, BASE + LANES * row * units, LANES * units);
    }
}
