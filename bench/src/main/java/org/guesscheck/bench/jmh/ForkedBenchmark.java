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
 * What all benchmarks have in common.
 *
 * <ul>
 *   <li>Ten forks: C2 may compile the same vector code well in one JVM and badly in the next, and more iterations of one JVM
 *       would only repeat its luck.
 *   <li>Warm-up of five seconds: vector code is slow by a factor of a thousand until C2 has it, which takes a second or two.
 *   <li>The JVM options are those of the launcher, in every fork; the JVM that starts the forks needs none.
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
