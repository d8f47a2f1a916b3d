package org.guesscheck.bench.guard.log;

import java.util.List;

/**
 * What is known from a log.
 *
 * @param methods machine code by C2, in the order in which it was made
 * @param givenUp compilations by C2 that ended without code
 * @param objectAlignment bytes to which objects are aligned
 * @param processor as the JVM names it, such as {@code amd64}; empty if the log does not tell
 * @param disassembled whether the JVM had a disassembler and printed assembly in the place of machine code
 */
public record CompilerLog(
        List<CompiledMethod> methods,
        List<GivenUp> givenUp,
        int objectAlignment,
        String processor,
        boolean disassembled) {
    /** The lists are copied. */
    public CompilerLog {
        methods = List.copyOf(methods);
        givenUp = List.copyOf(givenUp);
    }

    /**
     * A compilation that ended without code.
     *
     * @param method class and method, with two colons between them
     * @param reason the JVM's words
     */
    public record GivenUp(String method, String reason) {}
}
