/** Checks of samplers and kernels that take too long for the tests, behind {@code gnc check}. */
package org.guesscheck.gnc.check;
