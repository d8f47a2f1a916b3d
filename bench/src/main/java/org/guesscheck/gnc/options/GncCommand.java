package org.guesscheck.gnc.options;

import java.util.List;
import java.util.concurrent.Callable;
import org.guesscheck.gnc.terminal.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command with the help and version options that all have; it ends with one of {@link ExitCode}. */
@Command(mixinStandardHelpOptions = true, versionProvider = Version.class)
public abstract class GncCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    /** The program that runs this command. */
    protected final Program program() {
        return (Program) spec.root().userObject();
    }

    /** The words that name this command, without the program's own. */
    protected final List<String> words() {
        List<String> all = List.of(spec.qualifiedName().split(" "));
        return all.subList(1, all.size());
    }

    /** The arguments with which the program was started. */
    protected final List<String> arguments() {
        return spec.root().commandLine().getParseResult().originalArgs();
    }

    /** Whether the user asked to stop. */
    protected final boolean interrupted() {
        return program().interrupted();
    }
}
