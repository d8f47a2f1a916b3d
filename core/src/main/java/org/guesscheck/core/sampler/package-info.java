/** Samplers of the posterior: Guess and Check by rejection, and by splitting where rejection is hopeless. */
package org.guesscheck.core.sampler;
