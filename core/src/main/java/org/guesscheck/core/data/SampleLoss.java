package org.guesscheck.core.data;

/** Losses of one sample's outputs o, of which that of the label y is o_y. */
public enum SampleLoss {
    /** ln(1 + exp(-o)) for one output, with the sign of o changed for label 0; for several, -ln(exp(o_y) / sum of exp(o_c)). */
    LOGISTIC,
    /** The sum of (o_c - t_c)^2, where the target t is 1 for the label's output and -1 for the others; for one output 1 or -1. */
    SQUARE,
    /**
     * max(0, 1 - m) with the margin m: o_y less the largest of the other outputs (Crammer and Singer 2001); for one output o, or -o for
     * label 0.
     */
    HINGE
}
