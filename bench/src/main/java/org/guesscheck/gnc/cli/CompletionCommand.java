package org.guesscheck.gnc.cli;

import org.guesscheck.gnc.options.Allowed;
import org.guesscheck.gnc.options.GncCommand;
import org.guesscheck.gnc.terminal.ExitCode;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The script with which a shell completes commands, options and their values. */
@Command(
        name = "completion",
        description = "Prints the script with which a shell completes this command.",
        footer = {"", "Example: source <(gnc completion bash)"})
final class CompletionCommand extends GncCommand {
    private static final String BASH = "bash";

    @Parameters(
            paramLabel = "SHELL",
            completionCandidates = Allowed.Shells.class,
            description = "The shell: ${COMPLETION-CANDIDATES}.")
    private String shell;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!shell.equals(BASH)) {
            throw new ParameterException(spec.commandLine(), "SHELL '" + shell + "': " + BASH + " is allowed");
        }
        System.out.print(AutoComplete.bash(spec.root().name(), spec.root().commandLine()));
        return ExitCode.DONE;
    }
}
