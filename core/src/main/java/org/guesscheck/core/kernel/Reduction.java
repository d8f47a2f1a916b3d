package org.guesscheck.core.kernel;

import java.util.List;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.network.Prior;
import org.guesscheck.core.random.ChiPolynomial;

/**
 * The same law of the product from fewer numbers, for networks of depth 2 or more with a Gaussian prior.
 *
 * <p>Its draws are others than those of the plain loop, with a digest of their own; their distribution is the same.
 */
public final class Reduction {
    private Reduction() {}

    /**
     * The least width from which a linear network is drawn through Bartlett's factors: a chi variable of fewer degrees of freedom
     * has no polynomial.
     *
     * @param rows rows of the product
     * @return a width
     */
    private static int leastBartlettWidth(int rows) {
        return rows - 1 + ChiPolynomial.LEAST_FREEDOM;
    }

    /**
     * Whether a network has reduced draws, though they may be its own.
     *
     * @param network the network
     * @return true for depth 2 or more with a Gaussian prior
     */
    public static boolean allows(Network network) {
        return network.prior() == Prior.GAUSSIAN && network.depth() >= 2;
    }

    /**
     * Whether a network has coordinates with fewer numbers than it has weights.
     *
     * @param rows rows of the product
     * @param network the network
     * @return true for networks that are {@linkplain #allows allowed} and wider than the product has rows
     */
    public static boolean applies(int rows, Network network) {
        return coordinates(rows, network) != Coordinates.WEIGHTS;
    }

    /**
     * The coordinates with the fewest numbers.
     *
     * @param rows rows of the product
     * @param network the network
     * @return all weights where no others have fewer numbers
     */
    public static Coordinates coordinates(int rows, Network network) {
        if (!allows(network) || network.width() <= rows) {
            return Coordinates.WEIGHTS;
        }
        boolean linear = network.activation().kind() == Activation.Kind.LINEAR;
        return linear && network.width() >= leastBartlettWidth(rows) ? Coordinates.BARTLETT : Coordinates.GRAM;
    }

    /**
     * Where the numbers of the coordinates with the fewest of them lie.
     *
     * @param rows rows of the product
     * @param cols columns of the product
     * @param network the network
     * @return the layout of {@link Question#reduced}
     * @throws IllegalArgumentException if there are 2^31 numbers or more
     */
    public static WeightLayout layout(int rows, int cols, Network network) {
        return switch (coordinates(rows, network)) {
            case WEIGHTS -> WeightLayout.of(rows, cols, network);
            case BARTLETT -> WeightLayout.of(rows, cols, narrow(rows, network));
            case GRAM -> WeightLayout.reduced(rows, cols, network);
        };
    }

    /** A network as wide as the product has rows, of which Bartlett's factors are the weights. */
    static Network narrow(int rows, Network network) {
        return new Network(
                rows,
                network.depth(),
                network.activation(),
                network.prior(),
                network.normalized(),
                network.softening());
    }

    /**
     * Whether a result's notes say that its products were drawn through fewer numbers than there are weights.
     *
     * @param notes of the result's diagnostics
     * @return true if one of them is the {@link #note} of such coordinates
     */
    public static boolean isNoted(List<String> notes) {
        return notes.contains(note(Coordinates.BARTLETT)) || notes.contains(note(Coordinates.GRAM));
    }

    /**
     * How a product was drawn, for readers of a result.
     *
     * @param coordinates in which it was drawn
     * @return a sentence without a full stop
     */
    public static String note(Coordinates coordinates) {
        return switch (coordinates) {
            case WEIGHTS -> "the product was drawn through all weights, since no other form has fewer numbers";
            case BARTLETT -> "the product was drawn through Bartlett factors";
            case GRAM -> "the product was drawn through the Gram matrices of the hidden features";
        };
    }
}
