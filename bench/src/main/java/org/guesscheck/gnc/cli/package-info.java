/** The {@code gnc} command: its subcommands, their options, and what they say. */
package org.guesscheck.gnc.cli;
