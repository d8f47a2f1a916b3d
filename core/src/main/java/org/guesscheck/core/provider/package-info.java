/** What offers kernels or a library, and whether it can be used in this JVM. */
package org.guesscheck.core.provider;
