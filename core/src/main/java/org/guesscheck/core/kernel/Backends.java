package org.guesscheck.core.kernel;

import java.util.ArrayList;
import java.util.List;
import org.guesscheck.core.kernel.scalar.ScalarBackend;

/** Finds the backends that this JVM can run. */
public final class Backends {
    private static final String VECTOR = "org.guesscheck.core.kernel.vector.VectorBackend";

    private Backends() {}

    /**
     * Whether a backend can be used here.
     *
     * @param name the backend's name
     * @param usable whether it can
     * @param reason why not, in one sentence that says what to do; empty if it can
     */
    public record Availability(String name, boolean usable, String reason) {}

    /**
     * All backends in order of preference.
     *
     * @return each backend with the reason where it is not usable
     */
    public static List<Availability> describe() {
        String reason = whyNoVectors();
        List<Availability> all = new ArrayList<>();
        all.add(new Availability("vector", reason.isEmpty(), reason));
        all.add(new Availability("scalar", true, ""));
        return List.copyOf(all);
    }

    /**
     * Chooses a backend.
     *
     * @param name {@code auto}, {@code scalar}, {@code vector}, or {@code vector-128}, {@code vector-256},
     *     {@code vector-512}
     * @return the backend; for {@code auto} the first usable one, which is logged with the reason if it is slow
     * @throws IllegalArgumentException if there is no such name
     * @throws UnsupportedOperationException if the backend that was asked for by name can't be used here
     */
    public static Backend named(String name) {
        String reason = whyNoVectors();
        switch (name) {
            case "auto" -> {
                if (reason.isEmpty()) {
                    return vector(0);
                }
                System.getLogger(Backends.class.getName())
                        .log(System.Logger.Level.WARNING, "the scalar backend is used, which is slow: " + reason);
                return new ScalarBackend();
            }
            case "scalar" -> {
                return new ScalarBackend();
            }
            case "vector", "vector-128", "vector-256", "vector-512" -> {
                if (!reason.isEmpty()) {
                    throw new UnsupportedOperationException("backend vector: " + reason);
                }
                return vector(name.equals("vector") ? 0 : Integer.parseInt(name.substring("vector-".length())));
            }
            default ->
                throw new IllegalArgumentException("backend: '" + name
                        + "'; auto, vector, vector-128, vector-256, vector-512 or scalar is allowed");
        }
    }

    private static String whyNoVectors() {
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
            return "the Vector API is not in this JVM's modules: add --add-modules jdk.incubator.vector";
        }
        try {
            int bits = (int) Class.forName(VECTOR).getMethod("preferredBits").invoke(null);
            return bits >= 128 ? "" : "this CPU or JVM offers vectors of " + bits + " bits only; 128 are needed";
        } catch (ReflectiveOperationException | LinkageError e) {
            return "the vector kernels did not load: " + e;
        }
    }

    /** Reached by name, so that a JVM without the incubator module never sees the class. */
    private static Backend vector(int bits) {
        try {
            Class<?> type = Class.forName(VECTOR);
            int width = bits == 0 ? (int) type.getMethod("preferredBits").invoke(null) : bits;
            return (Backend) type.getConstructor(int.class).newInstance(width);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the vector kernels did not load", e);
        }
    }
}
