/**
 * Samplers of the posterior: Guess and Check by rejection, by splitting where rejection is hopeless, by integrating over the last
 * factor, or by the cheapest of these. A sampler holds settings; each method has a package of its own below this one.
 *
 * {@snippet file="org/guesscheck/core/EmbeddingExample.java" region="example"}
 *
 * <p>A job of a server runs on the server's threads, tells its progress and can be cancelled:
 *
 * {@snippet file="org/guesscheck/core/example/JobExample.java" region="program"}
 *
 * <p>{@link org.guesscheck.core.sampler.LearningSampler Learning curves} are asked of perceptrons on labelled samples.
 */
package org.guesscheck.core.sampler;
