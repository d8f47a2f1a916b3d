package org.guesscheck.bench.guard.log;

import java.util.List;

/**
 * A method's machine code as C2 left it.
 *
 * @param id the number of the compilation
 * @param method class and method, with two colons between them, as the JVM printed it
 * @param loopEntry the bytecode at which a running loop enters the code; -1 if callers enter it
 * @param start address of the first byte
 * @param code the method's own code, without stubs and handlers
 * @param comments by rising address; an address may have several
 * @param inlining what became of the calls in the bytecode
 */
public record CompiledMethod(
        int id,
        String method,
        int loopEntry,
        long start,
        byte[] code,
        List<CodeComment> comments,
        List<CallDecision> inlining) {
    /** The lists are copied. */
    public CompiledMethod {
        comments = List.copyOf(comments);
        inlining = List.copyOf(inlining);
    }

    /** Whether callers enter the code, and not a loop that was running in slower code. */
    public boolean entered() {
        return loopEntry < 0;
    }

    /** Class and method without the number that the JVM gives to a hidden class. */
    public String name() {
        int colons = method.indexOf("::");
        return withoutHiddenNumber(method.substring(0, colons)) + method.substring(colons);
    }

    /** A class's name without the number that the JVM adds to the name of a hidden class. */
    static String withoutHiddenNumber(String type) {
        return type.replaceAll("[/+]0x[0-9a-f]+", "");
    }
}
