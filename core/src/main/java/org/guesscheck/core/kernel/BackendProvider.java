package org.guesscheck.core.kernel;

import java.util.List;

/**
 * A family of backends that share their requirements. Other modules provide families through {@link java.util.ServiceLoader};
 * making a provider must not load anything that can fail.
 */
public interface BackendProvider {
    /**
     * The name by which the best backend of the family is asked for.
     *
     * @return for example {@code vector}
     */
    String family();

    /**
     * The names of the family's backends.
     *
     * @return names that {@link #backend} knows besides the family's own
     */
    List<String> names();

    /**
     * Why the family can't be used here.
     *
     * @return one sentence that says what to do; empty if it can be used
     * @throws IllegalArgumentException if a setting has a value that is not allowed
     */
    String whyNot();

    /**
     * What was found here, for people.
     *
     * @return for example the width of the vectors or where the library is; empty if there is nothing to say
     */
    String found();

    /**
     * Makes a backend.
     *
     * @param name the family or one of its names
     * @return the backend
     * @throws UnsupportedOperationException if it can't be used here, with every path and reason tried
     * @throws IllegalArgumentException if a setting has a value that is not allowed
     */
    Backend backend(String name);
}
