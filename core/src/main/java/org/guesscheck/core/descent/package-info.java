/** Gradient descent on the factors of a network, with which guess and check is compared. */
package org.guesscheck.core.descent;
