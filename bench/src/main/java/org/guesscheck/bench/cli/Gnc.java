package org.guesscheck.bench.cli;

import java.util.concurrent.CancellationException;
import org.guesscheck.bench.json.InputException;
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
            DoctorCommand.class
        },
        footer = {"", "Example: gnc sweep quick --out results/quick"})
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

    final Interruption interruption;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show stack traces of errors.")
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
        int code = FAILED;
        try {
            code = execute(interruption, args);
        } finally {
            interruption.workIsOver();
        }
        System.exit(code);
    }

    /** Runs the command in this process and returns its exit code. */
    static int execute(Interruption interruption, String... args) {
        Gnc gnc = new Gnc(interruption);
        CommandLine line = new CommandLine(gnc);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        Numbers.register(line);
        line.setParameterExceptionHandler((e, wrong) -> gnc.usage(e));
        line.setExecutionExceptionHandler((e, command, parsed) -> gnc.failure(e));
        try {
            return line.execute(args);
        } catch (OutOfMemoryError e) {
            return gnc.failure(e);
        }
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "a command is needed: gnc COMMAND");
    }

    private int usage(CommandLine.ParameterException e) {
        trace(e);
        System.err.println("gnc: " + e.getMessage() + " (see "
                + e.getCommandLine().getCommandSpec().qualifiedName() + " --help)");
        return USAGE;
    }

    private int failure(Throwable e) {
        trace(e);
        return switch (e) {
            case CancellationException cancelled -> {
                System.err.println("gnc: interrupted; nothing was finished");
                yield INTERRUPTED;
            }
            case InputException input -> say(input.getMessage(), USAGE);
            case IllegalArgumentException setting -> say(setting.getMessage(), USAGE);
            case UnsupportedOperationException unusable
            when unusable.getMessage() != null -> say(unusable.getMessage(), FAILED);
            case OutOfMemoryError memory -> say(LackOfMemory.sentence(memory), USAGE);
            default -> {
                String message = e.getMessage() == null ? "" : ": " + e.getMessage();
                yield say(e.getClass().getSimpleName() + message + " (--debug shows where)", FAILED);
            }
        };
    }

    private static int say(String sentence, int code) {
        System.err.println("gnc: " + sentence);
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
