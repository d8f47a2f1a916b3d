package org.guesscheck.gnc.config;

import java.util.List;

/**
 * How gradient descent runs.
 *
 * @param learningRates one, or one for each value of the first axis
 * @param epochs how many
 * @param initScales scales of the initial weights: one, or one for each value of the first axis; empty with a ladder
 * @param momentum 0 for none
 * @param inits initializations of each trial, at least 1
 * @param initScaleLadder rising scales, of which each place of the sweep takes the least one that lets nearly all runs fit; empty for
 *     the scales that are listed
 */
public record DescentPlan(
        List<Double> learningRates,
        int epochs,
        List<Double> initScales,
        double momentum,
        int inits,
        List<Double> initScaleLadder) {
    /** No gradient descent. */
    public static final DescentPlan NONE = new DescentPlan(List.of(), 0, List.of(), 0);

    /** Keeps copies. */
    public DescentPlan {
        learningRates = List.copyOf(learningRates);
        initScales = List.copyOf(initScales);
        initScaleLadder = List.copyOf(initScaleLadder);
    }

    /** One initialization of each trial, from scales that are listed. */
    public DescentPlan(List<Double> learningRates, int epochs, List<Double> initScales, double momentum) {
        this(learningRates, epochs, initScales, momentum, 1, List.of());
    }

    /** Whether the sweep is without gradient descent. */
    public boolean none() {
        return epochs == 0;
    }

    /** Whether init scales are taken from a ladder. */
    public boolean climbs() {
        return !initScaleLadder.isEmpty();
    }

    /** The settings at a value of an axis. */
    CellDescent at(Axis axis, double value) {
        double scale = climbs() ? initScaleLadder.getFirst() : axis.setting(initScales, value);
        return new CellDescent(axis.setting(learningRates, value), epochs, scale, momentum);
    }

    DescentPlan learningRate(double value) {
        return learningRates(List.of(value));
    }

    /** The same with other learning rates. */
    public DescentPlan learningRates(List<Double> values) {
        return new DescentPlan(values, epochs, initScales, momentum, inits, initScaleLadder);
    }

    DescentPlan epochs(int value) {
        return new DescentPlan(learningRates, value, initScales, momentum, inits, initScaleLadder);
    }

    DescentPlan initScales(Double... values) {
        return initScales(List.of(values));
    }

    /** The same with other scales, and without a ladder. */
    public DescentPlan initScales(List<Double> values) {
        return new DescentPlan(learningRates, epochs, values, momentum, inits, List.of());
    }

    DescentPlan momentum(double value) {
        return new DescentPlan(learningRates, epochs, initScales, value, inits, initScaleLadder);
    }

    DescentPlan inits(int value) {
        return new DescentPlan(learningRates, epochs, initScales, momentum, value, initScaleLadder);
    }

    /** The same with scales from a ladder. */
    public DescentPlan initScaleLadder(List<Double> values) {
        return new DescentPlan(learningRates, epochs, List.of(), momentum, inits, values);
    }
}
