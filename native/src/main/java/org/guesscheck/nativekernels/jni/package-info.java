/** The backend of C kernels: the library, its bridge and the steps. */
package org.guesscheck.nativekernels.jni;
