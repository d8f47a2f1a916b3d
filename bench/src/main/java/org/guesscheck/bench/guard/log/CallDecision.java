package org.guesscheck.bench.guard.log;

import java.util.List;

/**
 * What C2 made of a call in the bytecode, as {@code PrintInlining} tells it.
 *
 * @param path the bytecodes of the calls, from the compiled method's own down to this one
 * @param callee class and method, with two colons between them
 * @param bytes length of the callee's bytecode
 * @param said C2's words
 */
public record CallDecision(List<Integer> path, String callee, int bytes, String said) {
    /** The path is copied. */
    public CallDecision {
        path = List.copyOf(path);
    }

    /** C2's last reason for a call that stayed a call. */
    public String reason() {
        String[] tries = said.split("failed to inline: ");
        return tries[tries.length - 1].replaceAll("\\s+", " ").strip();
    }
}
