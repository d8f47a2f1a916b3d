package org.guesscheck.core.kernel;

import java.util.List;

/** The Vector API's family, reached by name so that a JVM without the incubator module never sees its classes. */
final class VectorProvider implements BackendProvider {
    private static final String BACKEND = "org.guesscheck.core.kernel.vector.VectorBackend";

    @Override
    public String family() {
        return "vector";
    }

    @Override
    public List<String> names() {
        return List.of("vector-128", "vector-256", "vector-512");
    }

    @Override
    public String whyNot() {
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
            return "the Vector API is not in this JVM's modules: add --add-modules jdk.incubator.vector";
        }
        String compiler = HotSpot.whyVectorsAreSlow();
        if (!compiler.isEmpty()) {
            return compiler;
        }
        try {
            int bits = preferredBits();
            return bits >= 128 ? "" : "this CPU or JVM offers vectors of " + bits + " bits only; 128 are needed";
        } catch (ReflectiveOperationException | LinkageError e) {
            return "the vector kernels did not load: " + e;
        }
    }

    @Override
    public String found() {
        try {
            return preferredBits() + " bits";
        } catch (ReflectiveOperationException | LinkageError e) {
            return "";
        }
    }

    @Override
    public Backend backend(String name) {
        String reason = whyNot();
        if (!reason.isEmpty()) {
            throw new UnsupportedOperationException("backend vector: " + reason);
        }
        try {
            int bits = name.equals(family()) ? preferredBits() : Integer.parseInt(name.substring("vector-".length()));
            return (Backend) Class.forName(BACKEND).getConstructor(int.class).newInstance(bits);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the vector kernels did not load", e);
        }
    }

    private static int preferredBits() throws ReflectiveOperationException {
        return (int) Class.forName(BACKEND).getMethod("preferredBits").invoke(null);
    }
}
