/** Labelled samples of files: features and labels as NumPy's arrays or CSV tables, and the classes that are chosen of them. */
package org.guesscheck.gnc.data;
