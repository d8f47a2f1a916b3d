/** Texts from elsewhere, as they can be shown. */
package org.guesscheck.bench.text;
