package org.guesscheck.gnc.check;

import org.guesscheck.gnc.options.GncCommand;
import org.guesscheck.gnc.terminal.ExitCode;

/**
 * A check that takes too long for the tests. It is a command of its own, prints its verdicts and ends with {@link
 * ExitCode#FAILED} where one does not hold.
 */
abstract class Check extends GncCommand {
    /** Compares, and hands over a verdict with its numbers for every comparison. */
    abstract void run(Verdicts verdicts);

    @Override
    public final Integer call() {
        Verdicts verdicts = new Verdicts(this::interrupted, verdict -> System.out.println(verdict.line()));
        run(verdicts);
        return verdicts.hold() ? ExitCode.DONE : ExitCode.FAILED;
    }
}
