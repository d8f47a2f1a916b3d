package org.guesscheck.bench.guard;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.guesscheck.bench.guard.code.Objdump;
import org.guesscheck.bench.guard.log.LogOptions;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.ExternalProfiler;
import org.openjdk.jmh.profile.ProfilerException;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.results.TextResult;

/**
 * A profiler of JMH that examines the code of each fork: {@code -prof org.guesscheck.bench.guard.GuardProfiler}, with patterns of methods
 * behind a colon if not all are to be examined, such as {@code :com.example.Dot*::*}. It adds the number of faults to the results.
 */
public final class GuardProfiler implements ExternalProfiler {
    private final List<String> methods;
    private final Path folder;

    /** Examines all methods but the JDK's. */
    public GuardProfiler() throws ProfilerException {
        this("");
    }

    /**
     * Examines some methods.
     *
     * @param patterns as {@code CompileCommand} has them, separated by blanks or semicolons; all methods but the JDK's if empty
     */
    public GuardProfiler(String patterns) throws ProfilerException {
        String missing = Objdump.whyNot();
        if (!missing.isEmpty()) {
            throw new ProfilerException(missing);
        }
        methods = Stream.of(patterns.split("[;\\s]+"))
                .filter(pattern -> !pattern.isEmpty())
                .toList();
        try {
            folder = Files.createTempDirectory("guard");
        } catch (IOException e) {
            throw new ProfilerException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> GuardedProcess.delete(folder)));
    }

    @Override
    public String getDescription() {
        return "Whether C2 emits the vectors that were written: boxed and spilled vectors, calls, mixed widths";
    }

    @Override
    public Collection<String> addJVMInvokeOptions(BenchmarkParams params) {
        return List.of();
    }

    @Override
    public Collection<String> addJVMOptions(BenchmarkParams params) {
        return LogOptions.of(folder.resolve("jvm-%p.log"), methods);
    }

    @Override
    public void beforeTrial(BenchmarkParams params) {
        // All happens after it.
    }

    @Override
    public Collection<? extends Result<?>> afterTrial(BenchmarkResult result, long pid, File out, File errors) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> logs = files.sorted().toList();
            GuardReport report = Guard.examine(logs);
            for (Path log : logs) {
                Files.delete(log);
            }
            String text = report.sawVectors()
                    ? GuardText.of(report)
                    : "no loop with vectors was compiled by C2: more warm-up, or another pattern of methods";
            return List.of(
                    new ScalarResult("guard.faults", report.faults().size(), "faults", AggregationPolicy.SUM),
                    new TextResult(text, "guard"));
        } catch (IOException | UnreadableLogException e) {
            return List.of(new TextResult("guard could not examine the code: " + e.getMessage(), "guard"));
        }
    }

    @Override
    public boolean allowPrintOut() {
        return true;
    }

    @Override
    public boolean allowPrintErr() {
        return true;
    }
}
