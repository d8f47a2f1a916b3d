/** Machine code: instructions from objdump, blocks, loops. */
package org.guesscheck.bench.guard.code;
