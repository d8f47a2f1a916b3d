package org.guesscheck.bench.guard.finding;

import java.util.ArrayList;
import java.util.List;
import org.guesscheck.bench.guard.code.Instruction;
import org.guesscheck.bench.guard.code.Loop;
import org.guesscheck.bench.guard.code.MethodCode;

/** Vectors that go to the stack, or come from it, in every pass of a loop, because there are more of them than registers. */
final class SpilledVectors implements Rule {
    @Override
    public List<Finding> check(MethodCode code) {
        List<Finding> found = new ArrayList<>();
        for (Loop loop : code.workingLoops()) {
            List<Instruction> spills = loop.own().stream()
                    .filter(one -> one.reachesVector() && one.memory().onTheStack())
                    .toList();
            if (!spills.isEmpty()) {
                long stores = spills.stream().filter(Instruction::stores).count();
                Instruction first = spills.getFirst();
                found.add(new Finding(
                        Finding.Kind.SPILL,
                        code.method().name(),
                        Places.in(loop, code, first),
                        first.address(),
                        Places.count(stores, "store") + " of vectors to the stack and "
                                + Places.count(spills.size() - stores, "load") + " from it, of "
                                + Places.count(loop.vectorInstructions(), "vector instruction") + " "
                                + Places.passes(loop, spills) + ": "
                                + Places.examples(spills)));
            }
        }
        return found;
    }
}
