package org.guesscheck.gnc.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.guesscheck.gnc.files.FileFailure;
import org.guesscheck.gnc.text.InputException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The gnc command: parses, runs one subcommand and turns what happened into an exit code. */
@Command(
        name = "gnc",
        description = "Draws the weights of a network from a prior until one setting fits the training data.",
        mixinStandardHelpOptions = true,
        versionProvider = Gnc.Version.class,
        subcommands = {
            SweepCommand.class,
            EstimateCommand.class,
            DescendCommand.class,
            ProblemCommand.class,
            ReplayCommand.class,
            ReportCommand.class,
            BenchCommand.class,
            PresetsCommand.class,
            CheckCommand.class,
            DoctorCommand.class,
            CommandLine.HelpCommand.class
        },
        footer = {
            "",
            "GNC_JAVA_OPTS adds options of the JVM, such as -Xmx8g for more memory.",
            "",
            "Example: gnc sweep quick --out results/quick"
        })
public final class Gnc implements Runnable {
    /** Done. */
    public static final int DONE = 0;

    /** The work failed. */
    public static final int FAILED = 1;

    /** The command line or an input file is wrong. */
    public static final int USAGE = 2;

    /** The work was done, and its answer is that nobody can tell. */
    public static final int UNDECIDED = 3;

    /** Stopped by the user. */
    public static final int INTERRUPTED = 130;

    private static final String DETAILS = " (--debug shows where)";

    final Interruption interruption;

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Show stack traces of errors, and what else is logged.")
    boolean debug;

    @CommandLine.Spec
    CommandLine.Model.CommandSpec spec;

    Gnc(Interruption interruption) {
        this.interruption = interruption;
    }

    /** Starts the command. */
    public static void main(String[] args) {
        Interruption interruption = new Interruption();
        interruption.listen();
        StandardOutput output = StandardOutput.install();
        PlainLog.install();
        int code = FAILED;
        try {
            code = told(output, execute(interruption, args));
        } finally {
            interruption.workIsOver();
        }
        System.exit(code);
    }

    /** The exit code of a command, of which the output may be lost. */
    private static int told(StandardOutput output, int code) {
        System.out.flush();
        Optional<String> lost = output.lost();
        lost.ifPresent(sentence -> say(sentence, FAILED));
        return lost.isPresent() && code == DONE ? FAILED : code;
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
            // Picocli reads arguments from @FILE, and has no words for a directory.
            if (arg.startsWith("@") && Files.isDirectory(Path.of(arg.substring(1)))) {
                return say(arg + ": this is a directory; a file of arguments is needed", USAGE);
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

    private int usage(CommandLine.ParameterException e) {
        trace(e);
        String help = " (see " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help)";
        return say(Sentence.of(what(e)) + help, USAGE);
    }

    /** What is wrong; of a word that is no command or option, also what may have been meant. */
    private static String what(CommandLine.ParameterException e) {
        if (!(e instanceof CommandLine.UnmatchedArgumentException unmatched)) {
            return e.getMessage();
        }
        boolean command = !unmatched.isUnknownOption()
                && !e.getCommandLine().getSubcommands().isEmpty();
        String what =
                command ? "there is no command " + unmatched.getUnmatched().getFirst() : e.getMessage();
        List<String> suggestions = unmatched.getSuggestions();
        return suggestions.isEmpty() ? what : what + "; did you mean " + String.join(" or ", suggestions) + "?";
    }

    private int failure(Throwable e) {
        trace(e);
        return failed(e);
    }

    private static int failed(Throwable e) {
        return switch (e) {
            case CancellationException cancelled -> {
                System.err.println("gnc: interrupted; nothing was finished");
                yield INTERRUPTED;
            }
            case FileFailure file -> say(file.getMessage(), FAILED);
            case UncheckedIOException unchecked -> failed(unchecked.getCause());
            case IOException io -> say(FileFailure.reason(io) + DETAILS, FAILED);
            case InputException input -> say(input.getMessage(), USAGE);
            case IllegalArgumentException setting -> say(setting.getMessage(), USAGE);
            case UnsupportedOperationException unusable
            when unusable.getMessage() != null -> say(unusable.getMessage(), FAILED);
            case OutOfMemoryError memory -> say(LackOfMemory.sentence(memory), USAGE);
            default -> {
                String message = e.getMessage() == null ? "" : ": " + e.getMessage();
                yield say(e.getClass().getSimpleName() + message + DETAILS, FAILED);
            }
        };
    }

    private static int say(String sentence, int code) {
        System.err.println("gnc: " + Sentence.of(sentence));
        return code;
    }

    private void trace(Throwable e) {
        if (debug) {
            e.printStackTrace();
        }
    }

    /** The version that the jar carries. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Gnc.class.getPackage().getImplementationVersion();
            return new String[] {"gnc " + (version == null ? "(not packaged)" : version)};
        }
    }
}
