/** Words for people: amounts, text from elsewhere made safe to show, and the sentence that refuses an input. */
package org.guesscheck.gnc.text;
