package org.guesscheck.core.platform;

/**
 * What may be usable here or not: kernels, or a library. Other modules provide it through {@link java.util.ServiceLoader}; making
 * a provider must not load anything that can fail.
 */
public interface Provider {
    /**
     * The name by which it is asked for.
     *
     * @return for example {@code vector} or {@code openblas}
     */
    String name();

    /**
     * Why it can't be used here; loads what is needed to find out.
     *
     * @return one sentence that says what to do; empty if it can be used
     * @throws IllegalArgumentException if a setting has a value that is not allowed
     */
    String whyNot();

    /**
     * What was found here, for people; asked only where it can be used.
     *
     * @return for example the width of vectors, or version, kernels and file of a library; empty if there is nothing to say
     */
    String found();
}
