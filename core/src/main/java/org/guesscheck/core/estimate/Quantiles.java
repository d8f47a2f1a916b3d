package org.guesscheck.core.estimate;

/** The quantiles that samplers report. */
final class Quantiles {
    /** Their probabilities, rising. */
    static final double[] PROBABILITIES = {0.05, 0.25, 0.5, 0.75, 0.95};

    private Quantiles() {}
}
