package org.guesscheck.gnc.check;

import java.util.ArrayList;
import java.util.List;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.gnc.options.Choice;
import org.guesscheck.gnc.terminal.ExitCode;
import org.guesscheck.gnc.terminal.OwnJvm;
import picocli.CommandLine.Option;

/** A check of one backend, or of all that are usable here. Each narrower width of vectors then has a JVM of its own. */
abstract class BackendsCheck extends Check {
    @Option(names = "--backend", paramLabel = "NAME", description = "One backend instead of all.")
    private String backend;

    /**
     * Checks backends that run well side by side.
     *
     * @return a text that every verdict of the other JVMs must contain; empty if none is needed
     */
    abstract String run(List<Backend> backends, Verdicts verdicts);

    /** The options that the other JVMs need besides the backend. */
    List<String> options() {
        return List.of();
    }

    @Override
    void run(Verdicts verdicts) {
        String expected = run(backends(), verdicts);
        if (backend == null) {
            UsableBackends.narrowerVectors().forEach(name -> runAlone(name, expected, verdicts));
        }
    }

    /** The backend that was named, or all that run well side by side. */
    final List<Backend> backends() {
        return backend == null
                ? UsableBackends.all()
                : List.of(UsableBackends.named(Choice.of("--backend", backend, Backends.names())));
    }

    private void runAlone(String name, String expected, Verdicts verdicts) {
        List<String> command = new ArrayList<>(words());
        command.addAll(options());
        command.addAll(List.of("--backend", name));
        List<Verdict> told = new ArrayList<>();
        int code = OwnJvm.run(program().getClass(), command, line -> {
            Verdict verdict = Verdict.read(line);
            told.add(verdict);
            verdicts.add(
                    verdict.holds() && line.contains(expected),
                    "%s%s",
                    line.contains(expected) ? "" : "other than the first: ",
                    verdict.text());
        });
        if (code != ExitCode.DONE && told.stream().allMatch(Verdict::holds) || told.isEmpty()) {
            verdicts.add(false, "%s: its JVM ended with exit code %d after %d verdicts", name, code, told.size());
        }
    }
}
