package org.guesscheck.nativekernels.jni;

import java.util.ArrayList;
import java.util.List;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.network.Prior;

/** Networks that take every path through the kernels: drawn whole or in tiles, all activations, both priors. */
final class Networks {
    private static final int[][] SHAPES = {{5, 1}, {5, 2}, {7, 3}, {5, 6}, {61, 2}, {23, 4}};

    private Networks() {}

    static List<Network> all() {
        List<Network> all = new ArrayList<>();
        for (int[] shape : SHAPES) {
            for (Activation activation : List.of(Activation.LINEAR, Activation.TANH, Activation.LEAKY_RELU)) {
                for (Prior prior : Prior.values()) {
                    for (boolean normalized : new boolean[] {false, true}) {
                        all.add(new Network(shape[0], shape[1], activation, prior, normalized, Network.SOFTENING));
                    }
                }
            }
        }
        return all;
    }
}
