/** Networks on samples, 16 side by side: their draws, their outputs, and the samples that they get right. */
package org.guesscheck.core.kernel.learning;
