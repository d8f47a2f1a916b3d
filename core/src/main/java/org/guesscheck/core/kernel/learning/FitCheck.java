package org.guesscheck.core.kernel.learning;

import org.guesscheck.core.data.Fit;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;

/**
 * Which of 16 networks fit a sample. Bounds of the hinge loss, and of the logistic loss of at most two outputs, are bounds of the
 * margin. NaN fits nothing.
 */
final class FitCheck {
    private static final int LANES = Question.LANES;

    private final Fit.Kind kind;
    private final int outputs;

    /** Which the margin has to exceed. */
    private final float margin;

    /** Which a loss has to be below: the square loss itself, or the sum of exp(o_c - o_y) over the other outputs c. */
    private final double bound;

    FitCheck(Fit fit, int outputs) {
        this.outputs = outputs;
        boolean soft = fit.kind() == Fit.Kind.LOGISTIC;
        // The logistic loss is ln(1 + s) with that sum s.
        bound = soft ? StrictMath.expm1(fit.bound()) : fit.bound();
        margin = (float)
                switch (fit.kind()) {
                    case MARGIN -> fit.bound();
                    case HINGE -> 1 - fit.bound();
                    case LOGISTIC -> -StrictMath.log(bound);
                    case SQUARE -> Double.NaN;
                };
        kind = fit.kind() == Fit.Kind.HINGE || soft && outputs <= 2 ? Fit.Kind.MARGIN : fit.kind();
    }

    /**
     * Judges a sample.
     *
     * @param found outputs of all lanes
     * @param at first vector of the sample's outputs
     * @param label the sample's label
     * @param asked a bit for every lane, 1 where it is judged
     * @return those of these bits where the sample fits
     */
    int of(float[] found, int at, int label, int asked) {
        if (kind == Fit.Kind.MARGIN) {
            return Rightness.above(found, at, outputs, label, margin, asked);
        }
        int fits = asked;
        for (int left = asked; left != 0; left &= left - 1) {
            int lane = Integer.numberOfTrailingZeros(left);
            int first = Stages.BASE + LANES * at + lane;
            double loss = kind == Fit.Kind.SQUARE ? square(found, first, label) : others(found, first, label);
            // A loss that is not a number fits nothing.
            fits &= loss < bound ? Rightness.ALL : ~(1 << lane);
        }
        return fits;
    }

    private double square(float[] found, int first, int label) {
        double sum = 0;
        for (int c = 0; c < outputs; c++) {
            boolean own = outputs == 1 ? label == 1 : c == label;
            double off = (double) found[first + LANES * c] - (own ? 1 : -1);
            sum += off * off;
        }
        return sum;
    }

    private double others(float[] found, int first, int label) {
        double own = found[first + LANES * label];
        double sum = 0;
        for (int c = 0; c < outputs; c++) {
            sum += c == label ? 0 : StrictMath.exp(found[first + LANES * c] - own);
        }
        return sum;
    }
}
