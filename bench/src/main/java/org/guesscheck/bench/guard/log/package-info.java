/** The compiler's log: compiled methods with their machine code, its comments, and what was inlined into them. */
package org.guesscheck.bench.guard.log;
