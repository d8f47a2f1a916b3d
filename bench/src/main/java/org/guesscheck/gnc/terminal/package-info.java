/** The terminal and the process: standard output, progress, log, Ctrl-C, exit codes, and sentences that fit a terminal. */
package org.guesscheck.gnc.terminal;
