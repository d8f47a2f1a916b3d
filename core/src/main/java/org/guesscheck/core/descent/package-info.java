/** Gradient descent on the factors of a network, the yardstick against which guessing is compared. */
package org.guesscheck.core.descent;
