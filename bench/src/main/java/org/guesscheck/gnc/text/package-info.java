/** Words for people: texts from elsewhere as they can be shown, and the sentence that refuses an input. */
package org.guesscheck.gnc.text;
