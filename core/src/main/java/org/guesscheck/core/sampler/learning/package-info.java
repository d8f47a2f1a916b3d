/** Learning curves: networks drawn until a sample is wrong, and particles to which one sample after the other is added. */
package org.guesscheck.core.sampler.learning;
