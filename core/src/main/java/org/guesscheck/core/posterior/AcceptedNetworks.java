package org.guesscheck.core.posterior;

import java.util.List;

/**
 * Accepted networks with their weights. The arrays are not to be changed.
 *
 * <p>By rejection every network has the same weight and a group of its own. By splitting those of a replica are a group, and share its weight equally.
 *
 * @param samples how many training samples they fit
 * @param layers for each network the weights of every layer, input after input, those of the biases last; unscaled, as the prior draws them
 * @param weights a weight for each network, 0 or more; their sum is 1, or 0 without networks
 * @param groups the number of each network's group; groups are independent
 * @param accuracies the share of test samples that each has right
 */
public record AcceptedNetworks(
        int samples, List<List<float[]>> layers, double[] weights, int[] groups, float[] accuracies) {
    /** No networks. */
    public static final AcceptedNetworks NONE =
            new AcceptedNetworks(0, List.of(), new double[0], new int[0], new float[0]);

    /**
     * Checks the lengths.
     *
     * @throws IllegalArgumentException if they differ
     */
    public AcceptedNetworks {
        layers = layers.stream().map(List::copyOf).toList();
        if (layers.size() != weights.length || layers.size() != groups.length || layers.size() != accuracies.length) {
            throw new IllegalArgumentException("networks: " + layers.size() + " with " + weights.length + " weights, "
                    + groups.length + " groups and " + accuracies.length + " accuracies; as many of each are needed");
        }
    }

    /**
     * The number of networks.
     *
     * @return 0 or more
     */
    public int count() {
        return layers.size();
    }
}
