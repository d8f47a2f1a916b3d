package org.guesscheck.bench.guard.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the JVM prints beside the four bytes of machine code at an address: what a reference in these bytes means, and which place in the
 * source an instruction that ends in them belongs to.
 *
 * @param address of the first of the four bytes
 * @param lines the comment, without its semicolons
 */
public record CodeComment(long address, List<String> lines) {
    private static final Pattern FRAME =
            Pattern.compile("- (?:\\(reexecute\\) )?(\\S+)::(\\S+)@(-?\\d+)(?: \\(line (\\d+)\\))?");

    private static final Pattern REFERENCE = Pattern.compile("\\{(?:[a-z_]+|.*\\w.*)\\}");

    /** The lines are copied. */
    public CodeComment {
        lines = List.copyOf(lines);
    }

    /**
     * A method that was compiled or inlined, at one of its bytecodes.
     *
     * @param method class and method, with two colons between them
     * @param bytecode index of the bytecode
     * @param line line of the source, 0 if the class file has none
     */
    public record Frame(String method, int bytecode, int line) {}

    /** What the references mean, such as {@code runtime_call UncommonTrapBlob} or {@code metadata('java/lang/String')}. */
    public List<String> references() {
        return lines.stream()
                .filter(line -> REFERENCE.matcher(line).matches())
                .map(line -> line.substring(1, line.length() - 1))
                .toList();
    }

    /** The place in the source, from the innermost of the inlined methods out to the compiled one; empty if the comment has none. */
    public List<Frame> frames() {
        List<Frame> frames = new ArrayList<>();
        for (String line : lines) {
            Matcher frame = FRAME.matcher(line);
            if (frame.lookingAt()) {
                int number = frame.group(4) == null ? 0 : Integer.parseInt(frame.group(4));
                String method = CompiledMethod.withoutHiddenNumber(frame.group(1)) + "::" + frame.group(2);
                frames.add(new Frame(method, Integer.parseInt(frame.group(3)), number));
            }
        }
        return frames;
    }

    /** The bytecode with its operand, such as {@code invokestatic checkIndex}; empty if the comment has none. */
    public Optional<String> bytecode() {
        return lines.stream()
                .filter(line -> line.startsWith("*"))
                .map(line ->
                        line.substring(1).replaceAll("\\s*\\{reexecute.*", "").strip())
                .findFirst();
    }
}
