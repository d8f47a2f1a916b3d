package org.guesscheck.gnc.config;

import java.util.List;

/**
 * How gradient descent runs.
 *
 * @param learningRates one, or one for each value of the first axis
 * @param epochs how many
 * @param initScales scales of the initial weights: one, or one for each value of the first axis
 * @param momentum 0 for none
 */
public record DescentPlan(List<Double> learningRates, int epochs, List<Double> initScales, double momentum) {
    /** No gradient descent. */
    public static final DescentPlan NONE = new DescentPlan(List.of(), 0, List.of(), 0);

    /** Keeps copies. */
    public DescentPlan {
        learningRates = List.copyOf(learningRates);
        initScales = List.copyOf(initScales);
    }

    /** Whether the sweep is without gradient descent. */
    public boolean none() {
        return epochs == 0;
    }

    /** The settings at a value of an axis. */
    CellDescent at(Axis axis, double value) {
        return new CellDescent(axis.setting(learningRates, value), epochs, axis.setting(initScales, value), momentum);
    }

    DescentPlan learningRate(double value) {
        return learningRates(List.of(value));
    }

    /** The same with other learning rates. */
    public DescentPlan learningRates(List<Double> values) {
        return new DescentPlan(values, epochs, initScales, momentum);
    }

    DescentPlan epochs(int value) {
        return new DescentPlan(learningRates, value, initScales, momentum);
    }

    DescentPlan initScales(Double... values) {
        return initScales(List.of(values));
    }

    /** The same with other scales. */
    public DescentPlan initScales(List<Double> values) {
        return new DescentPlan(learningRates, epochs, values, momentum);
    }

    DescentPlan momentum(double value) {
        return new DescentPlan(learningRates, epochs, initScales, value);
    }
}
