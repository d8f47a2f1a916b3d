/** A class for each fault that is looked for in a compiled method. */
package org.guesscheck.bench.guard.finding;
