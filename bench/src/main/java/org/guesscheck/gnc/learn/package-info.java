/** Learning curves of several training sets: their journal, summary, tables, figure and record. */
package org.guesscheck.gnc.learn;
