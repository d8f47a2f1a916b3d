/**
 * Checks a folder of staged artifacts against the rules that Maven Central publishes for a release, and against the project's own.
 * Nothing is sent anywhere.
 */
package org.guesscheck.release;
