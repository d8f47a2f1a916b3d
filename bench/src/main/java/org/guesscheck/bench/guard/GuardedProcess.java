package org.guesscheck.bench.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guesscheck.bench.guard.log.LogOptions;

/**
 * A command whose JVMs write logs: the command's own and those that it starts, such as JMH's forks. They take the options from the
 * environment variable {@code JAVA_TOOL_OPTIONS}.
 */
public final class GuardedProcess implements AutoCloseable {
    private static final String VARIABLE = "JAVA_TOOL_OPTIONS";

    /** Milliseconds between questions whether to end, and seconds that a command has for its end. */
    private static final int STEP = 200;

    private static final int MOST_SECONDS = 5;

    private final Path folder;
    private final Process process;
    private final Thread copying;

    private GuardedProcess(Path folder, Process process, Thread copying) {
        this.folder = folder;
        this.process = process;
        this.copying = copying;
    }

    /** Puts a command together when the options of its JVM are known. */
    @FunctionalInterface
    public interface Launch {
        /** The command; an environment variable may carry the options, too. */
        List<String> command(List<String> options, Map<String, String> environment);
    }

    /** A command of which nothing is known but that JVMs start: they take options from an environment variable. */
    public static Launch any(List<String> command) {
        return (options, environment) -> {
            String all = options.stream().map(GuardedProcess::quoted).collect(Collectors.joining(" "));
            environment.merge(VARIABLE, all, (own, more) -> own + " " + more);
            return command;
        };
    }

    /**
     * Starts a command that has this process's terminal.
     *
     * @param launch puts the command together
     * @param methods patterns of the methods to log; all but the JDK's if empty
     * @param toErrors whether its output goes where errors go, because standard output is for the report alone
     * @throws IOException if it can't be started
     */
    public static GuardedProcess start(Launch launch, List<String> methods, boolean toErrors) throws IOException {
        Path folder = Files.createTempDirectory("gnc-guard");
        try {
            ProcessBuilder builder = new ProcessBuilder().inheritIO();
            if (toErrors) {
                builder.redirectOutput(ProcessBuilder.Redirect.PIPE);
            }
            builder.command(
                    launch.command(LogOptions.of(folder.resolve("jvm-%p.log"), methods), builder.environment()));
            Process process = builder.start();
            Thread copying = Thread.ofVirtual().unstarted(() -> copy(process));
            if (toErrors) {
                copying.start();
            }
            return new GuardedProcess(folder, process, copying);
        } catch (IOException e) {
            delete(folder);
            throw e;
        }
    }

    private static void copy(Process process) {
        try {
            process.getInputStream().transferTo(System.err);
        } catch (IOException e) {
            // The process has ended.
        }
    }

    /** An option as {@code JAVA_TOOL_OPTIONS} takes it, which is split at blanks outside of quotes. */
    private static String quoted(String option) {
        return option.matches("\\S+") ? option : "'" + option + "'";
    }

    /**
     * Waits for the end of the command.
     *
     * @param cancelled asked several times a second; true ends the command
     * @return its exit code
     */
    public int await(BooleanSupplier cancelled) throws InterruptedException {
        while (!process.waitFor(STEP, TimeUnit.MILLISECONDS)) {
            if (cancelled.getAsBoolean()) {
                end();
            }
        }
        if (copying.getState() != Thread.State.NEW) {
            copying.join();
        }
        return process.exitValue();
    }

    private void end() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    /** The logs that its JVMs wrote. */
    public List<Path> logs() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** Ends the command, if it has not ended, and deletes the logs. */
    @Override
    public void close() {
        try {
            end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        delete(folder);
    }

    /** Deletes a folder with what is in it. */
    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException | UncheckedIOException e) {
            System.getLogger(GuardedProcess.class.getName())
                    .log(System.Logger.Level.WARNING, folder + " could not be deleted: " + e.getMessage());
        }
    }
}
