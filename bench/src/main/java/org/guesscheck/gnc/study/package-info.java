/** Studies beyond the paper: figures that no sweep over widths or depths draws. */
package org.guesscheck.gnc.study;
