package org.guesscheck.core.platform;

/** Whether the Vector API can be used here. Its classes are found by name, because a JVM may lack the incubator module. */
public final class VectorApi {
    /** The widest vectors that kernels are written for. */
    private static final int MOST_BITS = 512;

    private static final int LEAST_BITS = 128;

    private VectorApi() {}

    /**
     * Why the Vector API is missing, or its operations are method calls instead of instructions.
     *
     * @return one sentence that says what to do; empty if the operations are instructions
     */
    public static String whyNot() {
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
            return "the Vector API is not in this JVM's modules: add --add-modules jdk.incubator.vector";
        }
        String compiler = HotSpot.whyVectorsAreSlow();
        if (!compiler.isEmpty()) {
            return compiler;
        }
        try {
            int bits = preferredBits();
            return bits >= LEAST_BITS
                    ? ""
                    : "this CPU or JVM offers vectors of " + bits + " bits only; " + LEAST_BITS + " are needed";
        } catch (IllegalStateException | LinkageError e) {
            return "the Vector API did not load: " + e;
        }
    }

    /**
     * The widest vectors that this JVM prefers.
     *
     * @return 64 to 512 bits
     * @throws IllegalStateException if the Vector API can't be asked
     */
    public static int preferredBits() {
        try {
            Class<?> type = Class.forName("jdk.incubator.vector.FloatVector");
            Object species = type.getField("SPECIES_PREFERRED").get(null);
            Object bits = Class.forName("jdk.incubator.vector.VectorSpecies")
                    .getMethod("vectorBitSize")
                    .invoke(species);
            return Math.min(MOST_BITS, (int) bits);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the Vector API did not load: " + e, e);
        }
    }
}
