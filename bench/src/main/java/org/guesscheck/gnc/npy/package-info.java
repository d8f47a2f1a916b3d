/** NumPy's files: one array ({@code .npy}), and several with names in a zip archive ({@code .npz}). Knows no problem and no result. */
package org.guesscheck.gnc.npy;
