package org.guesscheck.bench.guard.finding;

/**
 * A fault in a compiled method, or a remark on it.
 *
 * @param kind of the fault
 * @param method class and method, with two colons between them
 * @param place where in the method, in words
 * @param address of the first instruction that shows it; 0 if there is no code
 * @param text what was found, in words
 */
public record Finding(Kind kind, String method, String place, long address, String text) {
    /** What was found. */
    public enum Kind {
        /** A vector is an object in memory. */
        BOXED("boxed vector", true),
        /** A call of the Vector API is no instruction. */
        INTRINSIC("failed intrinsic", true),
        /** A loop with vectors calls a method in every pass. */
        CALL("call in a vector loop", true),
        /** A loop with vectors calls a method on one of several ways through it. */
        SOME_CALL("call in some passes of a vector loop", false),
        /** A vector goes to the stack and back in every pass. */
        SPILL("spilled vector", true),
        /** Arithmetic on vectors of several widths in one loop. */
        WIDTHS("mixed widths", true),
        /** C2 gave a method up. */
        GIVEN_UP("no machine code", true),
        /** Accesses that may cross from one cache line to the next. */
        STRADDLE("may straddle cache lines", false);

        private final String words;
        private final boolean fault;

        Kind(String words, boolean fault) {
            this.words = words;
            this.fault = fault;
        }

        /** As people call it. */
        public String words() {
            return words;
        }

        /** Whether the command fails for it; others are remarks. */
        public boolean fault() {
            return fault;
        }
    }
}
