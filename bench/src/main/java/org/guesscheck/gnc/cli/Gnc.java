package org.guesscheck.gnc.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.guesscheck.gnc.check.CheckCommand;
import org.guesscheck.gnc.options.Numbers;
import org.guesscheck.gnc.options.PathConverter;
import org.guesscheck.gnc.options.Program;
import org.guesscheck.gnc.options.Version;
import org.guesscheck.gnc.terminal.Complaint;
import org.guesscheck.gnc.terminal.ExitCode;
import org.guesscheck.gnc.terminal.Interruption;
import org.guesscheck.gnc.terminal.PlainLog;
import org.guesscheck.gnc.terminal.Sentence;
import org.guesscheck.gnc.terminal.StandardOutput;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The gnc command: parses, runs one subcommand and turns its outcome into an exit code. */
@Command(
        name = "gnc",
        description = "Draws the weights of a network from a prior until one setting fits the training data.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            SweepCommand.class,
            EstimateCommand.class,
            DescendCommand.class,
            CompareCommand.class,
            LearnCommand.class,
            ProblemCommand.class,
            ReplayCommand.class,
            ShardCommand.class,
            MergeCommand.class,
            ReportCommand.class,
            BenchCommand.class,
            GuardCommand.class,
            PresetsCommand.class,
            CheckCommand.class,
            DoctorCommand.class,
            CompletionCommand.class,
            CommandLine.HelpCommand.class
        },
        footer = {
            "",
            "GNC_JAVA_OPTS adds options of the JVM, such as -Xmx8g for more memory.",
            "",
            "Example: gnc sweep quick --out results/quick"
        })
public final class Gnc implements Program, Runnable {
    private final Interruption interruption;

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Show stack traces of errors, and more of the log.")
    private boolean debug;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    Gnc(Interruption interruption) {
        this.interruption = interruption;
    }

    /** Starts the command. */
    public static void main(String[] args) {
        Interruption interruption = new Interruption();
        interruption.listen();
        StandardOutput output = StandardOutput.install();
        PlainLog.install();
        int code = ExitCode.FAILED;
        try {
            code = told(output, execute(interruption, args));
        } finally {
            interruption.workIsOver();
        }
        System.exit(code);
    }

    /** The exit code of a command, which has failed if its output was lost. */
    private static int told(StandardOutput output, int code) {
        System.out.flush();
        Optional<String> lost = output.lost();
        lost.ifPresent(sentence -> Complaint.say(sentence, ExitCode.FAILED));
        return lost.isPresent() && code == ExitCode.DONE ? ExitCode.FAILED : code;
    }

    /** Runs the command in this process and returns its exit code. */
    static int execute(Interruption interruption, String... args) {
        Gnc gnc = new Gnc(interruption);
        CommandLine line = new CommandLine(gnc);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        Numbers.register(line);
        line.registerConverter(Path.class, new PathConverter());
        line.setExecutionStrategy(parsed -> {
            if (gnc.debug) {
                PlainLog.showDetails();
            }
            return new CommandLine.RunLast().execute(parsed);
        });
        line.setParameterExceptionHandler((e, wrong) -> gnc.usage(e));
        line.setExecutionExceptionHandler((e, command, parsed) -> gnc.failure(e));
        for (String arg : args) {
            // Picocli reads arguments from @FILE, and its message for a directory names no reason.
            if (arg.startsWith("@") && Files.isDirectory(Path.of(arg.substring(1)))) {
                return Complaint.say(arg + ": this is a directory; a file of arguments is needed", ExitCode.USAGE);
            }
        }
        try {
            return line.execute(args);
        } catch (Error e) {
            return gnc.failure(e);
        }
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "a command is needed: gnc COMMAND");
    }

    @Override
    public boolean interrupted() {
        return interruption.requested();
    }

    @Override
    public boolean debug() {
        return debug;
    }

    private int usage(CommandLine.ParameterException e) {
        trace(e);
        String help = " (see " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help)";
        return Complaint.say(Sentence.of(fault(e)) + help, ExitCode.USAGE);
    }

    /** The fault; for a word that is no command or option, also the words that may have been meant. */
    private static String fault(CommandLine.ParameterException e) {
        if (!(e instanceof CommandLine.UnmatchedArgumentException unmatched)) {
            return e.getMessage();
        }
        boolean command = !unmatched.isUnknownOption()
                && !e.getCommandLine().getSubcommands().isEmpty();
        String fault =
                command ? "there is no command " + unmatched.getUnmatched().getFirst() : e.getMessage();
        List<String> suggestions = unmatched.getSuggestions();
        return suggestions.isEmpty() ? fault : fault + "; did you mean " + String.join(" or ", suggestions) + "?";
    }

    private int failure(Throwable e) {
        trace(e);
        return Complaint.about(e);
    }

    private void trace(Throwable e) {
        if (debug) {
            e.printStackTrace();
        }
    }
}
