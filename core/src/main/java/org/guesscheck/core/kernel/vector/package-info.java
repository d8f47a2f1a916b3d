/** The Vector API backend, the only code that touches {@code jdk.incubator.vector}. */
package org.guesscheck.core.kernel.vector;
