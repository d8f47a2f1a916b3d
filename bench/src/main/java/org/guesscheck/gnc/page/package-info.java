/** What pages of results share: the text of a page, its frame, style sheet and scripts, and plots. */
package org.guesscheck.gnc.page;
