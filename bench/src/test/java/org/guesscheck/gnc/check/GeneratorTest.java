package org.guesscheck.gnc.check;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.guesscheck.bench.suite.Shape;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.kernel.ChunkKernel;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.network.Prior;
import org.guesscheck.core.random.ChunkGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The words that are handed to other programs are those of which the kernels make weights. */
class GeneratorTest {
    private static final Backend SCALAR = Backends.named("scalar");

    @Test
    void normalWeightsAreMadeOfThem() {
        Verdict verdict = TransformCheck.sameBits(SCALAR, 5);
        assertTrue(verdict.holds(), verdict.text());
    }

    /** Normals leave out the lowest and the highest bit of a radius' half and 8 bits of an angle's; these have them, but not the low 7. */
    @Test
    void uniformWeightsAreMadeOfThem() {
        Network network = Network.linear(5, 2).with(Prior.UNIFORM);
        Stages stages = SCALAR.stages(new Question(Shape.problem(), network, 1, Shape.EPS, 64));
        float[] weights = new float[Stages.BASE + 2 * Question.LANES];
        long[] words = new long[ChunkGenerator.STEP];
        ChunkGenerator generator = new ChunkGenerator();
        for (int chunk = 0; chunk < 20; chunk++) {
            stages.weights().seed(3, chunk);
            stages.weights().fill(weights, 2);
            generator.seed(3, chunk);
            generator.next(words);
            for (int i = 0; i < 2 * Question.LANES; i++) {
                int half = (int) (words[i / 2] >>> 32 * (i % 2));
                assertEquals((half >> 7 | 1) * 0x1p-24f, weights[Stages.BASE + i]);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(GeneratorStream.Part.class)
    void partsAreTheBytesOfTheWords(GeneratorStream.Part part) throws IOException {
        // Beyond a chunk, whose 12800 steps make 204800 words.
        int count = 204_800 + 20;
        ByteBuffer all =
                ByteBuffer.wrap(written(GeneratorStream.Part.WORD, 8L * count)).order(ByteOrder.LITTLE_ENDIAN);
        byte[] bytes = written(part, (long) count * size(part));
        for (int w = 0; w < count; w += 977) {
            byte[] word = new byte[8];
            all.get(8 * w, word);
            byte[] expected = switch (part) {
                case WORD -> word;
                case HIGH -> new byte[] {word[4], word[5], word[6], word[7]};
                case LOW -> new byte[] {word[0], word[1], word[2], word[3]};
                case HIGH_BYTE -> new byte[] {word[4]};
                case LOW_BYTE -> new byte[] {word[0]};
            };
            byte[] actual = new byte[size(part)];
            System.arraycopy(bytes, w * actual.length, actual, 0, actual.length);
            assertArrayEquals(expected, actual);
        }
        ChunkGenerator second = new ChunkGenerator();
        second.seed(5, 1);
        long[] words = new long[ChunkGenerator.STEP];
        second.next(words);
        assertEquals(words[3], all.getLong(8 * (204_800 + 3)));
    }

    private static int size(GeneratorStream.Part part) {
        return switch (part) {
            case WORD -> 8;
            case HIGH, LOW -> 4;
            case HIGH_BYTE, LOW_BYTE -> 1;
        };
    }

    private static byte[] written(GeneratorStream.Part part, long limit) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        GeneratorStream.write(GeneratorStream.Part.named(part.option()), 5, limit, out, () -> false);
        assertEquals(limit, out.size());
        return out.toByteArray();
    }

    private static Verdicts receiver(List<Verdict> verdicts) {
        return new Verdicts(() -> false, verdicts::add);
    }

    @Test
    void aSmallCheckOfNormalsHoldsAndCountsAll() {
        List<Verdict> verdicts = new ArrayList<>();
        NormalCheck.compare(4_000_000, 41, "scalar", receiver(verdicts));
        assertEquals(13, verdicts.size());
        for (Verdict verdict : verdicts) {
            assertTrue(verdict.holds(), verdict.text());
        }
    }

    @Test
    void allOrdersOfChunksHaveOneDigest() {
        List<Verdict> verdicts = new ArrayList<>();
        String digest = DigestCheck.compare(List.of(SCALAR), 30_001, receiver(verdicts));
        assertEquals(4 + ChunkOrder.values().length, verdicts.size());
        for (Verdict verdict : verdicts) {
            assertTrue(verdict.holds() && verdict.text().contains(digest), verdict.text());
        }
    }

    @Test
    void aWrongOrderIsFound() {
        Question question = new Question(Shape.problem(), Network.linear(5, 2), 11, 0.5f, 64);
        String right =
                ChunkOrder.BACKWARD.digest(SCALAR.kernel(question), question, 20_000, receiver(new ArrayList<>()));
        Question other = new Question(Shape.problem(), Network.linear(5, 2), 12, 0.5f, 64);
        assertFalse(right.equals(
                ChunkOrder.BACKWARD.digest(SCALAR.kernel(other), other, 20_000, receiver(new ArrayList<>()))));
    }

    /** The seed's generator of 24 bytes is all that a chunk allocates, until C2 keeps it in registers; draws allocate nothing. */
    @Test
    void moreDrawsAllocateNoMore() {
        Question question = Shape.STANDARD.getFirst().question();
        ChunkKernel kernel = SCALAR.kernel(question);
        AllocationCheck.bytes(kernel, 1, 2);
        long small = AllocationCheck.bytes(kernel, 3, 1);
        long large = AllocationCheck.bytes(kernel, 3, Question.GROUPS);
        assertTrue(small <= 3 * 24, "3 chunks of 16 draws allocated " + small + " bytes");
        assertTrue(large <= small, "3 chunks of 8192 draws allocated " + large + " bytes, of 16 draws " + small);
    }
}
