/**
 * Whether C2 emits the vectors that were written: {@code gnc guard} and a profiler of JMH. The compiler's own log with the machine code
 * in it is read ({@code log}), disassembled by objdump, and cut into loops ({@code code}), in which each class of {@code finding} looks
 * for one fault.
 */
package org.guesscheck.bench.guard;
