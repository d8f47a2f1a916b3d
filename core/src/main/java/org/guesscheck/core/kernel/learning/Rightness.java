package org.guesscheck.core.kernel.learning;

import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;

/**
 * Which of 16 networks have a sample's label: the largest of several outputs is that of the label, or the sign of a single output, positive
 * for label 1. A tie is wrong, as of a network whose outputs are all 0, and so is NaN.
 */
final class Rightness {
    private static final int LANES = Question.LANES;

    /** All lanes. */
    static final int ALL = (1 << LANES) - 1;

    private Rightness() {}

    /**
     * Judges a sample.
     *
     * @param outputs of all lanes
     * @param at first vector of the sample's outputs
     * @param count number of outputs
     * @param label the sample's label
     * @return a bit for every lane, 1 where it is right
     */
    static int of(float[] outputs, int at, int count, int label) {
        return above(outputs, at, count, label, 0);
    }

    /**
     * Judges a sample by its margin: how far the label's output is above all others, or a single output on the side of the label.
     *
     * @param outputs of all lanes
     * @param at first vector of the sample's outputs
     * @param count number of outputs
     * @param label the sample's label
     * @param margin which has to be exceeded
     * @return a bit for every lane, 1 where it is
     */
    static int above(float[] outputs, int at, int count, int label, float margin) {
        int from = Stages.BASE + LANES * at;
        int right = 0;
        if (count == 1) {
            for (int l = 0; l < LANES; l++) {
                float output = outputs[from + l];
                right |= (label == 1 ? output > margin : -output > margin) ? 1 << l : 0;
            }
            return right;
        }
        right = ALL;
        int own = from + LANES * label;
        for (int c = 0; c < count; c++) {
            int other = from + LANES * c;
            for (int l = 0; l < LANES && c != label; l++) {
                right &= outputs[own + l] - outputs[other + l] > margin ? ALL : ~(1 << l);
            }
        }
        return right;
    }
}
