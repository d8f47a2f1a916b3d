/** Samplers of the posterior: Guess and Check by rejection. */
package org.guesscheck.core.sampler;
