/** Options that several commands share, how their values are read, and the form that every command has. */
package org.guesscheck.gnc.options;
