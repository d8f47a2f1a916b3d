/** Runs of whole panels: cells, journal, tables, figure and record. */
package org.guesscheck.gnc.sweep;
