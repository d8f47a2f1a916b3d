package org.guesscheck.core.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guesscheck.core.parts.PartException;
import org.guesscheck.core.parts.PartInput;
import org.guesscheck.core.parts.PartOutput;

/** A perceptron in bytes, for other machines. */
public final class PerceptronBytes {
    private PerceptronBytes() {}

    /**
     * Writes a perceptron.
     *
     * @param network the perceptron
     * @param out gets the bytes
     */
    public static void write(Perceptron network, PartOutput out) {
        out.putCount(network.depth());
        network.layers().forEach(out::putCount);
        out.putText(network.activation().kind().name())
                .putFloat(network.activation().negativeSlope());
        out.putText(network.prior().name()).putFloat(network.biasScale());
    }

    /**
     * The settings of a perceptron by name.
     *
     * @param network the perceptron
     * @return names and values
     */
    public static Map<String, String> settings(Perceptron network) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("layers", network.layers().toString());
        settings.put("activation", network.activation().kind().name());
        settings.put("negative slope", Float.toString(network.activation().negativeSlope()));
        settings.put("prior", network.prior().name());
        settings.put("bias scale", Float.toString(network.biasScale()));
        return settings;
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param in at its beginning
     * @return the same perceptron
     * @throws PartException if a name is not known
     */
    public static Perceptron read(PartInput in) {
        List<Integer> layers = new ArrayList<>();
        for (int more = in.nextCount(1); more > 0; more--) {
            layers.add((int) in.nextCount());
        }
        try {
            Activation activation = new Activation(Activation.Kind.valueOf(in.nextText()), in.nextFloat());
            return new Perceptron(layers, activation, Prior.valueOf(in.nextText()), in.nextFloat());
        } catch (PartException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new PartException("a network that this program does not know: " + e.getMessage());
        }
    }
}
