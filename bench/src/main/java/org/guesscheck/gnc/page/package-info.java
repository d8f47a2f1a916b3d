/** What pages of results share: the text of a page, its frame and style sheet, and plots. */
package org.guesscheck.gnc.page;
