/** Result directories as one HTML file. */
package org.guesscheck.gnc.report;
