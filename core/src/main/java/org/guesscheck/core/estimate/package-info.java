/** What a sampler's draws say: intervals, moments, quantiles and the digest of the accepted draws. */
package org.guesscheck.core.estimate;
