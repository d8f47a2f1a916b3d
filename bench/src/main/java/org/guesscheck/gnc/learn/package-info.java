/** Learning curves of several training sets: their summary, tables and figure. */
package org.guesscheck.gnc.learn;
