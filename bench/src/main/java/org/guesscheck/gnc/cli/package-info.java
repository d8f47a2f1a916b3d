/** The program {@code gnc} and its commands: a class for each, named after it, and the texts that they print. */
package org.guesscheck.gnc.cli;
