/** Figures as files: axes, fonts, and the three formats. */
package org.guesscheck.gnc.figure;
