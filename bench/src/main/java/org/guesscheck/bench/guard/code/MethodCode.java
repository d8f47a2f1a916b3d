package org.guesscheck.bench.guard.code;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.guesscheck.bench.guard.log.CallDecision;
import org.guesscheck.bench.guard.log.CodeComment;
import org.guesscheck.bench.guard.log.CodeComment.Frame;
import org.guesscheck.bench.guard.log.CompiledMethod;

/** A compiled method as instructions and loops, with what the log says of each instruction. */
public final class MethodCode {
    /** The JVM comments on machine code in pieces of so many bytes. */
    private static final int PIECE = 4;

    /** Calls that never come back. */
    private static final List<String> LEAVING =
            List.of("UncommonTrap", "Deoptimiz", "rethrow", "Exception", "debug64", "throw_");

    private final CompiledMethod method;
    private final List<Instruction> instructions;
    private final Map<Long, List<CodeComment>> comments = new HashMap<>();
    private final List<CodeComment> places;
    private final List<Loop> loops;

    private MethodCode(CompiledMethod method, List<Instruction> instructions) {
        this.method = method;
        this.instructions = List.copyOf(instructions);
        method.comments()
                .forEach(comment -> comments.computeIfAbsent(comment.address(), a -> new ArrayList<>())
                        .add(comment));
        this.places = method.comments().stream()
                .filter(comment -> !comment.frames().isEmpty())
                .toList();
        this.loops = LoopFinder.loops(FlowGraph.of(this.instructions, this::leaves));
    }

    /**
     * Disassembles a method.
     *
     * @throws IOException if objdump can't be run
     */
    public static MethodCode of(CompiledMethod method) throws IOException {
        return new MethodCode(method, Objdump.disassemble(method.code(), method.start()));
    }

    /** The compiled method. */
    public CompiledMethod method() {
        return method;
    }

    /** All loops, each before the loops inside it. */
    public List<Loop> loops() {
        List<Loop> all = new ArrayList<>();
        loops.forEach(loop -> collect(loop, all));
        return all;
    }

    private static void collect(Loop loop, List<Loop> all) {
        all.add(loop);
        loop.inner().forEach(inner -> collect(inner, all));
    }

    /** The loops that do most of the vector work that is done in them. */
    public List<Loop> workingLoops() {
        return loops().stream().filter(Loop::works).toList();
    }

    /** Instructions in no loop, up to the first that gives the compiled code up: C2 puts what seldom runs behind. */
    public List<Instruction> outsideLoops() {
        Set<Instruction> inside = new HashSet<>();
        for (Loop loop : loops) {
            loop.hot().forEach(block -> inside.addAll(block.instructions()));
        }
        return instructions.stream()
                .takeWhile(one -> !(one.calls() && leaves(one)))
                .filter(one -> !inside.contains(one))
                .toList();
    }

    /** What the numbers in an instruction refer to, such as {@code metadata('java/lang/String')}. */
    public List<String> references(Instruction one) {
        return comments.getOrDefault(piece(one.address()), List.of()).stream()
                .flatMap(comment -> comment.references().stream())
                .filter(reference -> reference.contains("call") == one.calls())
                .toList();
    }

    /** The methods that are at a call, from the innermost of the inlined ones outwards. */
    public List<Frame> framesOfCall(Instruction call) {
        return atEnd(call).flatMap(comment -> comment.frames().stream()).toList();
    }

    /** The call in the bytecode that a call in the machine code stands for; empty if it stands for none. */
    public Optional<String> bytecodeOfCall(Instruction call) {
        return atEnd(call)
                .flatMap(comment -> comment.bytecode().stream())
                .filter(bytecode -> bytecode.startsWith("invoke"))
                .findFirst();
    }

    private Stream<CodeComment> atEnd(Instruction call) {
        return comments.getOrDefault(piece(call.end() - 1), List.of()).stream();
    }

    /** What C2 said of the call in the bytecode that a call in the machine code stands for. */
    public Optional<CallDecision> decision(Instruction call) {
        List<Integer> path =
                framesOfCall(call).reversed().stream().map(Frame::bytecode).toList();
        return method.inlining().stream()
                .filter(decision -> !path.isEmpty() && decision.path().equals(path))
                .reduce((earlier, later) -> later);
    }

    /** The place in the user's source that an instruction is of; empty if the log has none behind it. */
    public Optional<Frame> place(Instruction one) {
        return places.stream()
                .filter(comment -> comment.address() >= piece(one.address()))
                .findFirst()
                .flatMap(comment -> comment.frames().stream()
                        .filter(frame -> !Packages.isOfTheJdk(frame.method()))
                        .findFirst());
    }

    /** Whether a call never comes back. */
    private boolean leaves(Instruction call) {
        return references(call).stream().anyMatch(one -> LEAVING.stream().anyMatch(one::contains));
    }

    private static long piece(long address) {
        return address & -PIECE;
    }
}
