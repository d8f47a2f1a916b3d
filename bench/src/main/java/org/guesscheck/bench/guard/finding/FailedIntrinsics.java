package org.guesscheck.bench.guard.finding;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.guesscheck.bench.guard.code.Instruction;
import org.guesscheck.bench.guard.code.Loop;
import org.guesscheck.bench.guard.code.MethodCode;

/** Calls of the Vector API, or from inside it, that C2 did not replace by instructions. */
final class FailedIntrinsics implements Rule {
    @Override
    public List<Finding> check(MethodCode code) {
        List<Finding> found = new ArrayList<>();
        for (Loop loop : code.loops()) {
            add(found, code, Call.in(loop.own(), code), loop);
        }
        add(found, code, Call.in(code.outsideLoops(), code), null);
        return found;
    }

    private static void add(List<Finding> found, MethodCode code, List<Call> calls, Loop loop) {
        List<Call> ofTheApi = calls.stream().filter(Call::vectorApi).toList();
        if (ofTheApi.isEmpty()) {
            return;
        }
        Set<String> callees = new LinkedHashSet<>();
        ofTheApi.forEach(call -> callees.add(call.words()));
        List<String> few = callees.stream().limit(3).toList();
        Instruction first = ofTheApi.getFirst().instruction();
        found.add(new Finding(
                Finding.Kind.INTRINSIC,
                code.method().name(),
                loop == null ? Places.outside(code, first) : Places.in(loop, code, first),
                first.address(),
                Places.count(ofTheApi.size(), "call")
                        + (loop == null
                                ? ""
                                : " "
                                        + Places.passes(
                                                loop,
                                                ofTheApi.stream()
                                                        .map(Call::instruction)
                                                        .toList()))
                        + " in the place of instructions: " + String.join("; ", few)
                        + (callees.size() > few.size() ? "; ..." : "")));
    }
}
