package org.guesscheck.core.kernel;

import java.util.List;
import org.guesscheck.core.provider.Provider;

/**
 * A family of backends that share their requirements, by the name of which its best one is asked for. Other modules provide
 * families through {@link java.util.ServiceLoader}.
 */
public interface BackendProvider extends Provider {
    /**
     * The names of the family's backends.
     *
     * @return names that {@link #backend} knows besides the family's own
     */
    List<String> names();

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
