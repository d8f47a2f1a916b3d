package org.guesscheck.bench.jmh;

import org.guesscheck.bench.suite.VectorWords;
import org.guesscheck.core.random.ChunkGenerator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/**
 * The raw generator, per call that stores 16 KiB of words. The counter {@code bytes} has bytes a second. {@code WeightsBenchmark}
 * measures the next steps: uniform weights add a conversion, normal weights add the normal transform.
 */
public class GeneratorBenchmark extends ForkedBenchmark {
    private final ChunkGenerator plain = new ChunkGenerator();
    private final long[] out = new long[(int) VectorWords.BYTES / Long.BYTES];
    private VectorWords vectors;

    /** Seeds both generators. The constructor of the vectors' generator compares its words with plain Java's. */
    @Setup
    public void prepare() {
        plain.seed(1, 3);
        vectors = new VectorWords();
    }

    /** The generator with the widest vectors of this CPU. */
    @Benchmark
    public long[] words(ByteCount count) {
        count.bytes += VectorWords.BYTES;
        return vectors.next();
    }

    /** The generator in plain Java. */
    @Benchmark
    public long[] baselinePlainJava(ByteCount count) {
        plain.next(out);
        count.bytes += VectorWords.BYTES;
        return out;
    }
}
