package org.guesscheck.core.kernel;

/** The predicted matrix of one lane among the products that a judge is shown, which come before their scale. */
final class Predicted {
    private Predicted() {}

    /**
     * Scales the product of a lane, and normalizes it if the network is normalized.
     *
     * @param products groups x (rows * cols) vectors
     * @param group the lane's group among them
     * @param lane the lane
     * @param question what is asked
     * @param to receives the matrix row by row
     */
    static void matrix(float[] products, int group, int lane, Question question, float[] to) {
        int entries = question.rows() * question.cols();
        int first = Stages.BASE + Question.LANES * group * entries + lane;
        float squares = 0;
        for (int e = 0; e < entries; e++) {
            to[e] = products[first + Question.LANES * e];
            squares = Math.fma(to[e], to[e], squares);
        }
        float scale = question.finalScale();
        if (question.network().normalized()) {
            float norm = (float) Math.sqrt(squares);
            scale = scale / Math.fma(scale, norm, question.softening());
        }
        for (int e = 0; e < entries; e++) {
            to[e] *= scale;
        }
    }
}
