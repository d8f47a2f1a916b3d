package org.guesscheck.core.network;

import java.util.LinkedHashMap;
import java.util.Map;
import org.guesscheck.core.parts.PartException;
import org.guesscheck.core.parts.PartInput;
import org.guesscheck.core.parts.PartOutput;

/** A network in bytes, for other machines. */
public final class NetworkBytes {
    private NetworkBytes() {}

    /**
     * Writes a network.
     *
     * @param network the network
     * @param out gets the bytes
     */
    public static void write(Network network, PartOutput out) {
        out.putCount(network.width()).putCount(network.depth());
        out.putText(network.activation().kind().name())
                .putFloat(network.activation().negativeSlope());
        out.putText(network.prior().name()).putFlag(network.normalized()).putFloat(network.softening());
    }

    /**
     * The settings of a network by name.
     *
     * @param network the network
     * @return names and values
     */
    public static Map<String, String> settings(Network network) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("width", Integer.toString(network.width()));
        settings.put("depth", Integer.toString(network.depth()));
        settings.put("activation", network.activation().kind().name());
        settings.put("negative slope", Float.toString(network.activation().negativeSlope()));
        settings.put("prior", network.prior().name());
        settings.put("normalized", network.normalized() ? Float.toString(network.softening()) : "no");
        return settings;
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param in at its beginning
     * @return the same network
     * @throws PartException if a name is not known
     */
    public static Network read(PartInput in) {
        int width = (int) in.nextCount();
        int depth = (int) in.nextCount();
        try {
            Activation activation = new Activation(Activation.Kind.valueOf(in.nextText()), in.nextFloat());
            return new Network(width, depth, activation, Prior.valueOf(in.nextText()), in.nextFlag(), in.nextFloat());
        } catch (PartException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new PartException("a network that this program does not know: " + e.getMessage());
        }
    }
}
