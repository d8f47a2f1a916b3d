/** How fast this machine runs the kernels: what is measured, how it is timed, and what two runs of it say of each other. */
package org.guesscheck.bench.suite;
