package org.guesscheck.gnc.arrays;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.guesscheck.core.network.Perceptron;
import org.guesscheck.core.posterior.AcceptedNetworks;
import org.guesscheck.gnc.npy.NpzWriter;

/**
 * Accepted networks as arrays. {@code layer_1}, {@code layer_2} and so on have a network's weights in a row: inputs x units, the last input
 * being that of biases where there are any. {@code weights}, {@code groups} and {@code accuracies} have a number for each network.
 */
public final class NetworksNpz {
    private NetworksNpz() {}

    /** Writes networks, at least one. */
    public static void write(AcceptedNetworks networks, Perceptron network, OutputStream out) throws IOException {
        int count = networks.count();
        int[] groups = networks.groups();
        long[] wide = new long[count];
        for (int i = 0; i < count; i++) {
            wide[i] = groups[i];
        }
        try (NpzWriter npz = new NpzWriter(out)) {
            npz.put("samples", new long[] {networks.samples()})
                    .put("weights", networks.weights(), count)
                    .put("groups", wide, count)
                    .put("accuracies", networks.accuracies(), count);
            for (int layer = 0; layer < network.depth(); layer++) {
                int units = network.layers().get(layer);
                List<float[]> first = networks.layers().getFirst();
                int inputs = first.get(layer).length / units;
                float[] all = new float[Math.multiplyExact(count, first.get(layer).length)];
                for (int i = 0; i < count; i++) {
                    System.arraycopy(networks.layers().get(i).get(layer), 0, all, i * inputs * units, inputs * units);
                }
                npz.put("layer_" + (layer + 1), all, count, inputs, units);
            }
        }
    }
}
