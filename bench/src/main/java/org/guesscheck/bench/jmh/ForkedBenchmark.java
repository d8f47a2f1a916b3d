package org.guesscheck.bench.jmh;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The settings of all benchmarks.
 *
 * <ul>
 *   <li>Ten forks, because C2 may compile the same vector code well in one JVM and badly in the next. More iterations in one JVM would
 *       repeat the same compilation.
 *   <li>Warm-up of five seconds. Vector code is a thousand times slower until C2 has compiled it, which takes a second or two.
 *   <li>Every fork has the JVM options of the launcher. The JVM that starts the forks needs no options.
 * </ul>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 10,
        jvmArgsAppend = {
            "--add-modules",
            "jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED",
            "-XX:ObjectAlignmentInBytes=64",
            "-XX:+UseParallelGC",
            "-Xshare:auto"
        })
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public abstract class ForkedBenchmark {}
