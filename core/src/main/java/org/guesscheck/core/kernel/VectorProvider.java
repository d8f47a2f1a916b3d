package org.guesscheck.core.kernel;

import java.util.List;
import org.guesscheck.core.platform.VectorApi;

/** The Vector API's family, reached by name so that a JVM without the incubator module never sees its classes. */
final class VectorProvider implements BackendProvider {
    private static final String BACKEND = "org.guesscheck.core.kernel.vector.VectorBackend";

    @Override
    public String name() {
        return "vector";
    }

    @Override
    public List<String> names() {
        return List.of("vector-128", "vector-256", "vector-512");
    }

    @Override
    public String whyNot() {
        return VectorApi.whyNot();
    }

    @Override
    public String found() {
        return VectorApi.preferredBits() + " bits";
    }

    @Override
    public Backend backend(String name) {
        String reason = whyNot();
        if (!reason.isEmpty()) {
            throw new UnsupportedOperationException("backend vector: " + reason);
        }
        try {
            int bits = name.equals(name())
                    ? VectorApi.preferredBits()
                    : Integer.parseInt(name.substring("vector-".length()));
            return (Backend) Class.forName(BACKEND).getConstructor(int.class).newInstance(bits);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the vector kernels did not load", e);
        }
    }
}
