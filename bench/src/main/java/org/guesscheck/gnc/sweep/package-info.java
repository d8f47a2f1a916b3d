/** Runs of whole panels: cells, tables, figure and record. */
package org.guesscheck.gnc.sweep;
