package org.guesscheck.gnc.config;

import java.util.List;
import org.guesscheck.core.kernel.Reduction;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.network.Prior;

/**
 * One panel: guess and check and gradient descent over widths or depths, on the same problems.
 *
 * @param title names the panel in the figure and its directory
 * @param sweep what varies
 * @param values the widths or depths
 * @param fixed the depth of a width sweep, the width of a depth sweep
 * @param rows rows of the ground truth
 * @param cols columns of the ground truth
 * @param rank rank of the ground truth
 * @param completion whether single entries are measured
 * @param measurements how many training measurements
 * @param trials how many problems
 * @param draws draws from the prior for each trial and value, at most
 * @param eps acceptance threshold of the training loss
 * @param prior the prior of the weights
 * @param normalized whether guess and check divides the product by its norm
 * @param softening added to that norm
 * @param activation the activation
 * @param negativeSlope slope of the leaky rectifier below zero
 * @param learningRates of gradient descent, one or one for each value
 * @param epochs of gradient descent
 * @param initScales of gradient descent, one or one for each value
 * @param momentum of gradient descent
 * @param seed seed of everything
 * @param sampler the method of guess and check, a name of {@link org.guesscheck.core.sampler.Sampler#NAMES}
 * @param relativeError wanted standard error of the posterior mean over the mean; 0 makes all draws
 * @param reduce whether rejection draws the product through Bartlett factors wherever {@link #reduces} says that it can
 */
public record SweepConfig(
        String title,
        SweepKind sweep,
        List<Integer> values,
        int fixed,
        int rows,
        int cols,
        int rank,
        boolean completion,
        int measurements,
        int trials,
        long draws,
        double eps,
        Prior prior,
        boolean normalized,
        double softening,
        Activation.Kind activation,
        double negativeSlope,
        List<Double> learningRates,
        int epochs,
        List<Double> initScales,
        double momentum,
        long seed,
        String sampler,
        double relativeError,
        boolean reduce) {

    /** The network of the value at an index, as guess and check draws it. */
    public Network network(int index) {
        int value = values.get(index);
        Activation function = activation == Activation.Kind.LEAKY_RELU
                ? Activation.leakyRelu((float) negativeSlope)
                : new Activation(activation, 1);
        return sweep == SweepKind.WIDTH
                ? new Network(value, fixed, function, prior, normalized, (float) softening)
                : new Network(fixed, value, function, prior, normalized, (float) softening);
    }

    /** Whether the draws at an index are reduced: asked for, and possible for that network. */
    public boolean reduces(int index) {
        return reduce && Reduction.applies(rows, network(index));
    }

    /** The same network without normalization, which gradient descent does not use. */
    public Network descentNetwork(int index) {
        Network network = network(index);
        return new Network(network.width(), network.depth(), network.activation(), prior, false, network.softening());
    }

    /** The learning rate at an index. */
    public double learningRate(int index) {
        return learningRates.get(learningRates.size() == 1 ? 0 : index);
    }

    /** The init scale at an index. */
    public double initScale(int index) {
        return initScales.get(initScales.size() == 1 ? 0 : index);
    }
}
