package org.guesscheck.bench.guard.finding;

import java.util.List;
import java.util.Optional;
import org.guesscheck.bench.guard.code.Instruction;
import org.guesscheck.bench.guard.code.MethodCode;
import org.guesscheck.bench.guard.code.Packages;
import org.guesscheck.bench.guard.log.CallDecision;
import org.guesscheck.bench.guard.log.CodeComment.Frame;

/**
 * A call of a Java method in machine code.
 *
 * @param instruction the call
 * @param callee class and method, or the method alone if the log does not tell the class
 * @param vectorApi whether the callee or the caller is the Vector API's
 * @param reason why it is no inlined code, in C2's words; empty if the log does not tell
 */
record Call(Instruction instruction, String callee, boolean vectorApi, String reason) {
    /** The calls of Java methods among some instructions. */
    static List<Call> in(List<Instruction> instructions, MethodCode code) {
        return instructions.stream()
                .filter(Instruction::calls)
                .flatMap(one -> of(one, code).stream())
                .toList();
    }

    private static Optional<Call> of(Instruction one, MethodCode code) {
        List<String> references = code.references(one);
        if (references.stream().anyMatch(reference -> reference.startsWith("runtime_call"))) {
            return Optional.empty();
        }
        List<Frame> frames = code.framesOfCall(one);
        Optional<String> bytecode = code.bytecodeOfCall(one);
        if (frames.isEmpty() || bytecode.isEmpty()) {
            return Optional.empty();
        }
        Optional<CallDecision> decision = code.decision(one);
        String callee = decision.map(CallDecision::callee).orElse(bytecode.get().replaceFirst("^invoke\\w+ ?", ""));
        boolean vectorApi = Packages.isOfTheVectorApi(callee)
                || Packages.isOfTheVectorApi(frames.getFirst().method());
        return Optional.of(new Call(
                one, callee, vectorApi, decision.map(CallDecision::reason).orElse("")));
    }

    /** Callee and reason. */
    String words() {
        return callee + (reason.isEmpty() ? "" : " (C2: " + reason + ")");
    }
}
