package org.guesscheck.gnc.config;

import java.util.List;

/**
 * How gradient descent runs.
 *
 * @param learningRates one, or one for each value of the axis
 * @param epochs how many
 * @param initScales scales of the initial weights: one, or one for each value of the axis
 * @param momentum 0 for none
 */
public record DescentPlan(List<Double> learningRates, int epochs, List<Double> initScales, double momentum) {
    /** Keeps copies. */
    public DescentPlan {
        learningRates = List.copyOf(learningRates);
        initScales = List.copyOf(initScales);
    }

    /** The settings at a value of an axis. */
    CellDescent at(Axis axis, int value) {
        return new CellDescent(axis.setting(learningRates, value), epochs, axis.setting(initScales, value), momentum);
    }

    DescentPlan learningRate(double value) {
        return new DescentPlan(List.of(value), epochs, initScales, momentum);
    }

    DescentPlan epochs(int value) {
        return new DescentPlan(learningRates, value, initScales, momentum);
    }

    DescentPlan initScales(Double... values) {
        return new DescentPlan(learningRates, epochs, List.of(values), momentum);
    }

    DescentPlan momentum(double value) {
        return new DescentPlan(learningRates, epochs, initScales, value);
    }
}
