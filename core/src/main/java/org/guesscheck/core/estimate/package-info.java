/** Statistics of a sampler's draws: intervals, moments, quantiles, and the digest of the accepted draws. */
package org.guesscheck.core.estimate;
