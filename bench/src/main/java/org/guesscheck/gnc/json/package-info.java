/** The JSON forms of problems and results. */
package org.guesscheck.gnc.json;
