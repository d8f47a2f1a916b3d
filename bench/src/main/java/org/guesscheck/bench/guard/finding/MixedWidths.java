package org.guesscheck.bench.guard.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.guesscheck.bench.guard.code.Instruction;
import org.guesscheck.bench.guard.code.Loop;
import org.guesscheck.bench.guard.code.MethodCode;

/**
 * Arithmetic on vectors of several widths in one loop that converts nothing: the narrower vectors were meant to be as wide as the others. A
 * loop that converts numbers, or takes vectors apart, has a cause for two widths.
 */
final class MixedWidths implements Rule {
    @Override
    public List<Finding> check(MethodCode code) {
        List<Finding> found = new ArrayList<>();
        for (Loop loop : code.workingLoops()) {
            List<Instruction> own = loop.own();
            if (own.stream().anyMatch(Instruction::changesWidth)) {
                continue;
            }
            Map<Integer, List<Instruction>> byWidth = new TreeMap<>();
            for (Instruction one : own) {
                if (one.computes() && one.hasOneWidth()) {
                    byWidth.computeIfAbsent(one.vectorBits(), bits -> new ArrayList<>())
                            .add(one);
                }
            }
            if (byWidth.size() > 1) {
                List<String> parts = new ArrayList<>();
                byWidth.forEach(
                        (bits, some) -> parts.add(some.size() + " of " + bits + " bits (" + some.getFirst() + ")"));
                Instruction first = byWidth.values().iterator().next().getFirst();
                found.add(new Finding(
                        Finding.Kind.WIDTHS,
                        code.method().name(),
                        Places.in(loop, code, first),
                        first.address(),
                        "arithmetic on vectors of " + byWidth.size() + " widths, and nothing converts: "
                                + String.join(", ", parts)));
            }
        }
        return found;
    }
}
