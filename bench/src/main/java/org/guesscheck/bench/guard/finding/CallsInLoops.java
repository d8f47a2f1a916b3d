package org.guesscheck.bench.guard.finding;

import java.util.ArrayList;
import java.util.List;
import org.guesscheck.bench.guard.code.Loop;
import org.guesscheck.bench.guard.code.MethodCode;

/**
 * Methods that a loop with vectors calls in every pass. No vector stays in a register over a call, and one that is passed or returned is an
 * object.
 */
final class CallsInLoops implements Rule {
    @Override
    public List<Finding> check(MethodCode code) {
        List<Finding> found = new ArrayList<>();
        for (Loop loop : code.workingLoops()) {
            List<Call> calls = Call.in(loop.own(), code).stream()
                    .filter(call -> !call.vectorApi())
                    .toList();
            if (!calls.isEmpty()) {
                Call first = calls.getFirst();
                found.add(new Finding(
                        Finding.Kind.CALL,
                        code.method().name(),
                        Places.in(loop, code, first.instruction()),
                        first.instruction().address(),
                        Places.count(calls.size(), "call") + " beside "
                                + Places.count(loop.vectorInstructions(), "vector instruction") + " in every pass: "
                                + String.join(
                                        "; ",
                                        calls.stream()
                                                .map(Call::words)
                                                .distinct()
                                                .limit(3)
                                                .toList())));
            }
        }
        return found;
    }
}
