package org.guesscheck.core.platform;

/**
 * Offers kernels or a library that may be usable here or not. Other modules provide it through {@link java.util.ServiceLoader}.
 * The constructor of a provider must not load anything that can fail.
 */
public interface Provider {
    /**
     * The name of the kernels or library.
     *
     * @return for example {@code vector} or {@code openblas}
     */
    String name();

    /**
     * Why the kernels or library can't be used here. Loads them, if that is needed to find out.
     *
     * @return one sentence that says what to do; empty if it can be used
     * @throws IllegalArgumentException if a setting has a value that is not allowed
     */
    String whyNot();

    /**
     * What was found here, as text for people. Called only if {@link #whyNot} is empty.
     *
     * @return for example the width of vectors, or version, kernels and file of a library; empty if there is nothing to say
     */
    String found();
}
