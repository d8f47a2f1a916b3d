package org.guesscheck.bench.guard.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.guesscheck.bench.guard.code.Loop;
import org.guesscheck.bench.guard.code.MethodCode;

/**
 * Methods that a loop with vectors calls. No vector stays in a register over a call, and one that is passed or returned is an object. A call
 * on one of several ways through the loop may be meant, for cases that seldom occur.
 */
final class CallsInLoops implements Rule {
    @Override
    public List<Finding> check(MethodCode code) {
        List<Finding> found = new ArrayList<>();
        for (Loop loop : code.workingLoops()) {
            Map<Boolean, List<Call>> calls = Call.in(loop.own(), code).stream()
                    .filter(call -> !call.vectorApi())
                    .collect(Collectors.partitioningBy(call -> loop.runsInEveryPass(call.instruction())));
            calls.forEach((always, some) -> add(found, code, loop, some, always));
        }
        return found;
    }

    private static void add(List<Finding> found, MethodCode code, Loop loop, List<Call> calls, boolean always) {
        if (calls.isEmpty()) {
            return;
        }
        Call first = calls.getFirst();
        found.add(new Finding(
                always ? Finding.Kind.CALL : Finding.Kind.SOME_CALL,
                code.method().name(),
                Places.in(loop, code, first.instruction()),
                first.instruction().address(),
                Places.count(calls.size(), "call") + " beside "
                        + Places.count(loop.vectorInstructions(), "vector instruction")
                        + (always ? " in every pass: " : " in some passes: ")
                        + String.join(
                                "; ",
                                calls.stream()
                                        .map(Call::words)
                                        .distinct()
                                        .limit(3)
                                        .toList())));
    }
}
