package org.guesscheck.bench.jmh;

import org.guesscheck.bench.suite.VectorWords;
import org.guesscheck.core.random.ChunkGenerator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/**
 * The raw generator, whose words are stored and nothing else, per call of 16 KiB; the counter {@code bytes} tells the work. {@code
 * WeightsBenchmark} goes on from here: uniform weights add a conversion, normal ones their transform.
 */
public class GeneratorBenchmark extends ForkedBenchmark {
    private final ChunkGenerator plain = new ChunkGenerator();
    private final long[] out = new long[(int) VectorWords.BYTES / Long.BYTES];
    private VectorWords vectors;

    /** Seeds both; the vectors' words have been compared with plain Java's when they are made. */
    @Setup
    public void prepare() {
        plain.seed(1, 3);
        vectors = new VectorWords();
    }

    /** The widest vectors of this CPU. */
    @Benchmark
    public long[] words(ByteCount count) {
        count.bytes += VectorWords.BYTES;
        return vectors.next();
    }

    /** Plain Java. */
    @Benchmark
    public long[] baselinePlainJava(ByteCount count) {
        plain.next(out);
        count.bytes += VectorWords.BYTES;
        return out;
    }
}
