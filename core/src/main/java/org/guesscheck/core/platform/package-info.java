/** What the JVM and other modules offer here, and why something is not usable: one shape for everything that is looked up. */
package org.guesscheck.core.platform;
