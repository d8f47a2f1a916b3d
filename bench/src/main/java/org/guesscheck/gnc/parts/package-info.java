/** Files of parts: one for each range of a run that was cut into as many ranges as there are machines, and their fold. */
package org.guesscheck.gnc.parts;
