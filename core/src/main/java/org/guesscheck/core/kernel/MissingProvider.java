package org.guesscheck.core.kernel;

import java.util.List;

/** A known family whose module is not there. */
record MissingProvider(String name, String whyNot) implements BackendProvider {
    @Override
    public List<String> names() {
        return List.of("jni-avx2", "jni-avx512", "jni-neon");
    }

    @Override
    public String found() {
        return "";
    }

    @Override
    public Backend backend(String asked) {
        throw new UnsupportedOperationException("backend " + name + ": " + whyNot);
    }
}
