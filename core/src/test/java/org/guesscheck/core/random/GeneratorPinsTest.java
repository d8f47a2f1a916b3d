package org.guesscheck.core.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The generators beside another library's, and the words, uniforms and normals that no build may change. */
class GeneratorPinsTest {
    private static final int WORDS = 2000;

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 0x123456789abcdefL, Long.MIN_VALUE})
    void splitMixIsThatOfCommonsRng(long seed) {
        UniformRandomProvider expected = RandomSource.SPLIT_MIX_64.create(seed);
        SplitMix64 random = new SplitMix64(seed);
        for (int i = 0; i < WORDS; i++) {
            assertEquals(expected.nextLong(), random.nextLong());
        }
    }

    /** The first words for the seed 1234567, which the authors' C code prints too. */
    @Test
    void splitMixGivesThePublishedWords() {
        SplitMix64 random = new SplitMix64(1234567);
        assertArrayEquals(
                Stream.of(
                                "6457827717110365317",
                                "3203168211198807973",
                                "9817491932198370423",
                                "4593380528125082431",
                                "16408922859458223821")
                        .mapToLong(Long::parseUnsignedLong)
                        .toArray(),
                LongStream.generate(random::nextLong).limit(5).toArray());
    }

    /** Uniform weights keep the upper 25 bits of both halves of a word, so that they show the generator's words. */
    @ParameterizedTest
    @ValueSource(longs = {0, 7, -3})
    void everyLaneIsXoroshiroOfCommonsRng(long seed) {
        long chunk = 11;
        long[] state = new long[ChunkSeed.WORDS];
        ChunkSeed.into(seed, chunk, state);
        PriorStream draws = new PriorStream(true);
        draws.seed(seed, chunk);
        int pairs = 300;
        float[] out = new float[Stages.BASE + 2 * pairs * Question.LANES];
        draws.fill(out, 2 * pairs);
        for (int stream = 0; stream < 2; stream++) {
            for (int lane = 0; lane < 8; lane++) {
                int at = 16 * stream + lane;
                UniformRandomProvider expected =
                        RandomSource.XO_RO_SHI_RO_128_PP.create(new long[] {state[at], state[at + 8]});
                for (int pair = 0; pair < pairs; pair++) {
                    long word = expected.nextLong();
                    int from = Stages.BASE + (2 * pair + stream) * Question.LANES + 2 * lane;
                    assertEquals(uniform((int) word), out[from]);
                    assertEquals(uniform((int) (word >>> 32)), out[from + 1]);
                }
            }
        }
    }

    private static float uniform(int word) {
        return ((word >> 7) | 1) / 16777216f;
    }

    /** How a chunk is seeded is part of the contract too. */
    @Test
    void chunksAreSeededAsEver() {
        long[] state = new long[ChunkSeed.WORDS];
        ChunkSeed.into(42, 3, state);
        SplitMix64 hashed = new SplitMix64(SplitMix64.mix(42) ^ SplitMix64.mix(3 + 0x632be59bd9b4e019L));
        assertArrayEquals(
                LongStream.generate(hashed::nextLong).limit(ChunkSeed.WORDS).toArray(), state);
        assertEquals(0x898d6963b21f1cd9L, state[0]);
        assertEquals(0x8f5abd8770dff963L, state[31]);
    }

    /** The bits of the first normals of three chunks. */
    @Test
    void normalsHaveTheirBits() {
        String[] expected = {
            "3e55f3f0 bde6fbf3 3ef708fd bf425b39 bf86ef1b bf43bff6",
            "3b2dfbd5 3e17bbca bfae3d18 bf8729fe be09f40d 3ea5ce0d",
            "3faf9003 bfa89758 3f5b5ee8 3f125f28 bed46462 3fad330f"
        };
        long[][] chunks = {{0, 0}, {42, 3}, {-1, 1L << 40}};
        for (int c = 0; c < chunks.length; c++) {
            PriorStream draws = new PriorStream(false);
            draws.seed(chunks[c][0], chunks[c][1]);
            float[] out = new float[Stages.BASE + 4 * Question.LANES];
            draws.fill(out, 4);
            StringBuilder bits = new StringBuilder();
            for (int lane : new int[] {0, 5, 15, 16, 31, 63}) {
                bits.append(Integer.toHexString(Float.floatToRawIntBits(out[Stages.BASE + lane])))
                        .append(' ');
            }
            assertEquals(expected[c], bits.toString().strip());
        }
    }
}
