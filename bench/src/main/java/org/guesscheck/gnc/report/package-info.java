/** A result directory as one HTML file. */
package org.guesscheck.gnc.report;
