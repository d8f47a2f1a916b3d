/** Sweeps as they are written down: presets, this project's files and those of the paper's code. */
package org.guesscheck.gnc.config;
