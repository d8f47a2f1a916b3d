package org.guesscheck.bench.guard.finding;

import java.util.List;
import java.util.Optional;
import org.guesscheck.bench.guard.code.Instruction;
import org.guesscheck.bench.guard.code.Loop;
import org.guesscheck.bench.guard.code.MethodCode;
import org.guesscheck.bench.guard.log.CodeComment.Frame;

/** Places in words. */
final class Places {
    private Places() {}

    /** A loop, with the line of the first instruction that shows a fault. */
    static String in(Loop loop, MethodCode code, Instruction first) {
        return "loop 0x" + Long.toHexString(loop.start()) + " to 0x" + Long.toHexString(loop.end() - 1)
                + line(code, first);
    }

    /** What is in no loop. */
    static String outside(MethodCode code, Instruction first) {
        return "outside loops, at 0x" + Long.toHexString(first.address()) + line(code, first);
    }

    private static String line(MethodCode code, Instruction one) {
        Optional<Frame> place = code.place(one);
        if (place.isEmpty() || place.get().line() == 0) {
            return "";
        }
        String method = place.get().method();
        boolean inlined = !method.equals(code.method().name());
        return ", near line " + place.get().line() + (inlined ? " of " + method : "");
    }

    /** How often a loop runs some instructions. */
    static String passes(Loop loop, List<Instruction> some) {
        return some.stream().anyMatch(loop::runsInEveryPass) ? "in every pass" : "in some passes";
    }

    /** A number and a noun. */
    static String count(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** The first two instructions as examples. */
    static String examples(List<Instruction> instructions) {
        List<String> few =
                instructions.stream().limit(2).map(Instruction::toString).toList();
        return String.join("; ", few) + (instructions.size() > few.size() ? "; ..." : "");
    }
}
