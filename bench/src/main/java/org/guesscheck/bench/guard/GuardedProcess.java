package org.guesscheck.bench.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guesscheck.bench.guard.log.LogOptions;

/**
 * A command whose JVMs write logs: the command's own and those that it starts, such as JMH's forks. They take the options from the
 * environment variable {@code JAVA_TOOL_OPTIONS}.
 */
public final class GuardedProcess implements AutoCloseable {
    private static final String VARIABLE = "JAVA_TOOL_OPTIONS";

    private final Path folder;
    private final Process process;

    private GuardedProcess(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    /**
     * Starts a command that has this process's terminal.
     *
     * @param command program and arguments
     * @param methods patterns of the methods to log; all but the JDK's if empty
     * @param printed whether its output goes to standard output, and not to the errors
     * @throws IOException if it can't be started
     */
    public static GuardedProcess start(List<String> command, List<String> methods, boolean printed) throws IOException {
        Path folder = Files.createTempDirectory("gnc-guard");
        try {
            ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
            if (!printed) {
                // Standard output is for the report's JSON alone.
                builder.redirectOutput(ProcessBuilder.Redirect.PIPE);
            }
            Map<String, String> environment = builder.environment();
            String options = LogOptions.of(folder.resolve("jvm-%p.log"), methods).stream()
                    .map(GuardedProcess::quoted)
                    .collect(Collectors.joining(" "));
            environment.merge(VARIABLE, options, (own, more) -> own + " " + more);
            Process process = builder.start();
            if (!printed) {
                Thread.ofVirtual().start(() -> {
                    try {
                        process.getInputStream().transferTo(System.err);
                    } catch (IOException e) {
                        // The process ended.
                    }
                });
            }
            return new GuardedProcess(folder, process);
        } catch (IOException e) {
            delete(folder);
            throw e;
        }
    }

    /** An option as {@code JAVA_TOOL_OPTIONS} takes it, which is split at blanks outside of quotes. */
    private static String quoted(String option) {
        return option.matches("\\S+") ? option : "'" + option + "'";
    }

    /**
     * Waits for the end of the command.
     *
     * @return its exit code
     */
    public int await() throws InterruptedException {
        return process.waitFor();
    }

    /** The logs that its JVMs wrote. */
    public List<Path> logs() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** Ends the command and deletes the logs. */
    @Override
    public void close() {
        process.destroy();
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
