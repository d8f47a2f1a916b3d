package org.guesscheck.bench.guard.log;

import java.util.List;
import java.util.stream.Stream;

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

    /** Why the call stayed a call, in C2's words; empty if they do not tell. */
    public String reason() {
        // After "trying again" C2 says nothing more if the next try fails, too.
        List<String> reasons = Stream.of(said.split("failed to inline: "))
                .skip(1)
                .map(String::strip)
                .filter(reason -> !reason.endsWith("trying again"))
                .toList();
        if (!reasons.isEmpty()) {
            return reasons.getLast();
        }
        return said.contains("force inline") || said.contains("inline (hot)") || said.contains("accessor")
                ? "inlined for objects of another class"
                : said.strip();
    }
}
