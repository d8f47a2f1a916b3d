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
        return above(outputs, at, count, label, 0, ALL);
    }

    /**
     * Judges a sample by its margin: how far the label's output is above all others, or a single output on the side of the label.
     *
     * @param outputs of all lanes
     * @param at first vector of the sample's outputs
     * @param count number of outputs
     * @param label the sample's label
     * @param margin which has to be exceeded
     * @param asked a bit for every lane, 1 where it is judged
     * @return those of these bits where the margin is exceeded
     */
    static int above(float[] outputs, int at, int count, int label, float margin, int asked) {
        int from = Stages.BASE + LANES * at;
        int right = asked;
        // Few lanes are left after some samples.
        for (int left = asked; left != 0; left &= left - 1) {
            int lane = Integer.numberOfTrailingZeros(left);
            if (!above(outputs, from + lane, count, label, margin)) {
                right &= ~(1 << lane);
            }
        }
        return right;
    }

    private static boolean above(float[] outputs, int first, int count, int label, float margin) {
        if (count == 1) {
            return (label == 1 ? outputs[first] : -outputs[first]) > margin;
        }
        float own = outputs[first + LANES * label];
        boolean above = true;
        for (int c = 0; c < count; c++) {
            above &= c == label || own - outputs[first + LANES * c] > margin;
        }
        return above;
    }
}
