/** Multilevel splitting: a pilot run chooses levels and steps, and independent replicas follow its plan. */
package org.guesscheck.core.sampler.splitting;
