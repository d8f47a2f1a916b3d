package org.guesscheck.bench.guard.finding;

import java.util.List;
import org.guesscheck.bench.guard.code.MethodCode;

/** Looks for one fault. */
@FunctionalInterface
public interface Rule {
    /** All rules. */
    List<Rule> ALL = List.of(
            new FailedIntrinsics(),
            new BoxedVectors(),
            new CallsInLoops(),
            new SpilledVectors(),
            new MixedWidths(),
            new StraddlingAccesses());

    /** The findings in a method, by rising address. */
    List<Finding> check(MethodCode code);
}
