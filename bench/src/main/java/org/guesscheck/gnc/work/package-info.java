/** How work is done, whatever it is: stopped by a condition, repeated now and then. */
package org.guesscheck.gnc.work;
