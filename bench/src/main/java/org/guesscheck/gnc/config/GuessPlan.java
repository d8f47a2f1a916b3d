package org.guesscheck.gnc.config;

/**
 * How guess and check runs.
 *
 * @param sampler the method, a name of {@link org.guesscheck.core.sampler.Sampler#NAMES}
 * @param draws draws from the prior in each cell, at most
 * @param relativeError wanted standard error of the posterior mean over the mean; 0 makes all draws
 * @param eps acceptance threshold of the training loss
 * @param reduce whether rejection draws the predicted matrix through fewer numbers wherever {@link CellRecipe#reduces} says
 *     that it can
 */
public record GuessPlan(String sampler, long draws, double relativeError, double eps, boolean reduce) {
    GuessPlan sampler(String value) {
        return new GuessPlan(value, draws, relativeError, eps, reduce);
    }

    GuessPlan draws(long value) {
        return new GuessPlan(sampler, value, relativeError, eps, reduce);
    }

    GuessPlan relativeError(double value) {
        return new GuessPlan(sampler, draws, value, eps, reduce);
    }

    GuessPlan eps(double value) {
        return new GuessPlan(sampler, draws, relativeError, value, reduce);
    }

    /** The same with or without reduced draws. */
    public GuessPlan reduce(boolean value) {
        return new GuessPlan(sampler, draws, relativeError, eps, value);
    }
}
