package org.guesscheck.core.kernel;

import java.util.List;

/** A known family whose module is missing, so that its members are not known. */
record MissingProvider(String name, String whyNot) implements BackendProvider {
    @Override
    public List<String> names() {
        return List.of();
    }

    /** Whether a name is that of the family or would be that of a member. */
    boolean covers(String asked) {
        return asked.equals(name) || asked.startsWith(name + "-");
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
