/** The suite behind {@code gnc bench}: its cases, their timing, and the comparison of two runs. */
package org.guesscheck.bench.suite;
