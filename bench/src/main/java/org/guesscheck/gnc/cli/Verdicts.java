package org.guesscheck.gnc.cli;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.guesscheck.gnc.check.Verdict;

/** Prints verdicts and remembers whether one failed. */
final class Verdicts implements Consumer<Verdict> {
    private boolean failed;

    @Override
    public void accept(Verdict verdict) {
        failed |= !verdict.holds();
        System.out.println((verdict.holds() ? "ok    " : "WRONG ") + verdict.text());
    }

    /** Passes on the verdicts of a command in a JVM of its own, each of which must be as expected. */
    void ask(List<String> command, Predicate<String> expected) {
        boolean[] asExpected = {false};
        int code = OwnJvm.run(command, line -> {
            asExpected[0] = expected.test(line);
            failed |= !asExpected[0];
            System.out.println(asExpected[0] ? line : "WRONG, other than the first: " + line);
        });
        failed |= code != Gnc.DONE || !asExpected[0];
    }

    int code() {
        return failed ? Gnc.FAILED : Gnc.DONE;
    }
}
