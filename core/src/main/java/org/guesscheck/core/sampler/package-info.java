/**
 * Samplers of the posterior: Guess and Check by rejection, and by splitting where rejection is hopeless.
 *
 * {@snippet file="org/guesscheck/core/EmbeddingExample.java" region="example"}
 */
package org.guesscheck.core.sampler;
