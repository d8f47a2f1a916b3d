/** Checks of samplers and kernels that take too long for the tests: a class for each is {@code gnc check} and its name. */
package org.guesscheck.gnc.check;
