/** The journal of a sweep: which results are finished, on the disk before anything else happens to them. */
package org.guesscheck.gnc.journal;
