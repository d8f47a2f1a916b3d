/**
 * Samplers of the posterior: Guess and Check by rejection, by splitting where rejection is hopeless, by integrating over the last
 * factor, or by the cheapest of these. A sampler holds settings; each method has a package of its own below this one.
 *
 * {@snippet file="org/guesscheck/core/EmbeddingExample.java" region="example"}
 */
package org.guesscheck.core.sampler;
