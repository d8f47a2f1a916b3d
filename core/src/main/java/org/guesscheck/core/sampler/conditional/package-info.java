/** The conditional sampler: draws the hidden features alone and integrates over the last factor (Rao and Blackwell). */
package org.guesscheck.core.sampler.conditional;
