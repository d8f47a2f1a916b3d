/** The backend of C kernels: the library, its functions as Java methods, and its sparse products. */
package org.guesscheck.nativekernels.jni;
