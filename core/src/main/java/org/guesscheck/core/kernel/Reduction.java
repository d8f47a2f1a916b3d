package org.guesscheck.core.kernel;

import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.network.Prior;
import org.guesscheck.core.random.ChiPolynomial;

/**
 * The same law of the product from few numbers, for wide linear networks with a Gaussian prior; see {@link BartlettWeights}.
 *
 * <p>Its draws are others than those of the plain loop, with a digest of their own; their distribution is the same.
 */
public final class Reduction {
    private Reduction() {}

    /**
     * The least width that can be reduced: below it, drawing the factors themselves costs little.
     *
     * @param rows rows of the product
     * @return a width
     */
    public static int leastWidth(int rows) {
        return rows - 1 + ChiPolynomial.LEAST_FREEDOM;
    }

    /**
     * Whether a network can be reduced.
     *
     * @param rows rows of the product
     * @param network the network
     * @return true for linear networks of depth 2 or more with a Gaussian prior and at least {@link #leastWidth}
     */
    public static boolean applies(int rows, Network network) {
        return network.activation().kind() == Activation.Kind.LINEAR
                && network.prior() == Prior.GAUSSIAN
                && network.depth() >= 2
                && network.width() >= leastWidth(rows);
    }

    /**
     * A kernel that draws reduced networks.
     *
     * @param backend who draws and judges
     * @param question the question of the wide network, to which {@link #applies}
     * @return a kernel that must not be shared between threads
     */
    public static ChunkKernel kernel(Backend backend, Question question) {
        Question narrow = question.reduced();
        Stages stages = backend.stages(narrow);
        WeightStage weights = new BartlettWeights(narrow, question.network().width(), stages.weights());
        return new StagedKernel(narrow, stages.withWeights(weights));
    }
}
