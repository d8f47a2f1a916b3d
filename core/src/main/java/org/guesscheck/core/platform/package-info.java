/** What the JVM and other modules offer here. A backend or library that is not usable gives its reason in one form, {@code Availability}. */
package org.guesscheck.core.platform;
