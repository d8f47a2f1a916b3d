/** Guess and Check: workers draw chunks of networks and keep those below the largest threshold. */
package org.guesscheck.core.sampler.rejection;
