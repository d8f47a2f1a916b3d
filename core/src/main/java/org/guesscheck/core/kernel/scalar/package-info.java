/** The readable reference backend: plain Java with the same operations in the same order as the others. */
package org.guesscheck.core.kernel.scalar;
