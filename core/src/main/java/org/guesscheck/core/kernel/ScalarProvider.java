package org.guesscheck.core.kernel;

import java.util.List;
import org.guesscheck.core.kernel.scalar.ScalarBackend;

/** The family that always works. */
final class ScalarProvider implements BackendProvider {
    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public List<String> names() {
        return List.of();
    }

    @Override
    public String whyNot() {
        return "";
    }

    @Override
    public String found() {
        return "";
    }

    @Override
    public Backend backend(String name) {
        return new ScalarBackend();
    }
}
