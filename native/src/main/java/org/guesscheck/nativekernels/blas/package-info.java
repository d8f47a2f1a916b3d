/** OpenBLAS through the Foreign Function and Memory API. */
package org.guesscheck.nativekernels.blas;
