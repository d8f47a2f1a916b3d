package org.guesscheck.gnc.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.gnc.check.UsableBackends;
import picocli.CommandLine.ParentCommand;

/** A check that prints verdicts and ends with {@link Gnc#FAILED} where one does not hold. */
abstract class Check implements Callable<Integer> {
    @ParentCommand
    CheckCommand check;

    abstract void run(Verdicts verdicts);

    @Override
    public Integer call() {
        Verdicts verdicts = new Verdicts();
        run(verdicts);
        return verdicts.code();
    }

    /** Whether the user asked to stop. */
    BooleanSupplier cancelled() {
        return check.gnc.interruption::requested;
    }

    /** The backend of a name, or all that load and compile well side by side; of the others, a note says why not. */
    static List<Backend> backends(String name) {
        return name == null
                ? UsableBackends.all(note -> System.err.println("note: " + note))
                : List.of(UsableBackends.named(Choice.of("--backend", name, Backends.names())));
    }
}
