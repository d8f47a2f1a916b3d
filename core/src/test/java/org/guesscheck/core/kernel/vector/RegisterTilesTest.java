package org.guesscheck.core.kernel.vector;

import static org.guesscheck.core.kernel.Question.LANES;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.SplittableRandom;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.guesscheck.core.kernel.Multiplication;
import org.guesscheck.core.kernel.Stages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Blocks and chains of every size, at every width, against loops over single numbers. */
class RegisterTilesTest {
    private static final int LARGEST = 5;
    private static final int GROUPS = 3;

    private static VectorSpecies<Float> species(int bits) {
        return switch (bits) {
            case 128 -> FloatVector.SPECIES_128;
            case 256 -> FloatVector.SPECIES_256;
            default -> FloatVector.SPECIES_512;
        };
    }

    /** Random numbers for some vectors, after the margin that all buffers have. */
    private static float[] numbers(int vectors) {
        SplittableRandom random = new SplittableRandom(vectors);
        float[] numbers = new float[Stages.BASE + LANES * vectors];
        for (int i = Stages.BASE; i < numbers.length; i++) {
            numbers[i] = (float) random.nextDouble(-1, 1);
        }
        return numbers;
    }

    private static int at(int vector, int lane) {
        return Stages.BASE + LANES * vector + lane;
    }

    /** A product with gaps between its rows, units and groups, and one more row and column than the block. */
    private static Multiplication job(int rows, int cols, int units, boolean fresh) {
        Multiplication job = new Multiplication();
        job.groups = GROUPS;
        job.rows = rows + 1;
        job.cols = cols + 1;
        job.units = units;
        job.yAt = 2;
        job.yUnit = 3;
        job.yRow = 3 * units + 1;
        job.yGroup = job.yRow * job.rows;
        job.wAt = 1;
        job.wUnit = job.cols + 2;
        job.wGroup = job.wUnit * units + 1;
        job.outAt = 1;
        job.outGroup = job.rows * job.cols + 1;
        job.y = numbers(job.yAt + GROUPS * job.yGroup);
        job.w = numbers(job.wAt + GROUPS * job.wGroup);
        job.out = numbers(job.outAt + GROUPS * job.outGroup);
        job.fresh = fresh;
        return job;
    }

    /** What a block that starts in the second row and column leaves; features are numbers where all lanes share them. */
    private static float[] expected(Multiplication job, int rows, int cols, boolean shared) {
        float[] out = job.out.clone();
        for (int g = 0; g < job.groups; g++) {
            for (int r = 1; r <= rows; r++) {
                for (int c = 1; c <= cols; c++) {
                    for (int l = 0; l < LANES; l++) {
                        int to = at(job.outAt + g * job.outGroup + r * job.cols + c, l);
                        float sum = job.fresh ? 0 : out[to];
                        for (int u = 0; u < job.units; u++) {
                            int feature = job.yAt + g * job.yGroup + r * job.yRow + u * job.yUnit;
                            float y = job.y[shared ? feature : at(feature, l)];
                            sum = Math.fma(y, job.w[at(job.wAt + g * job.wGroup + u * job.wUnit + c, l)], sum);
                        }
                        out[to] = sum;
                    }
                }
            }
        }
        return out;
    }

    @ParameterizedTest
    @ValueSource(ints = {128, 256, 512})
    void blocksOfEverySizeAgree(int bits) {
        for (int rows = 1; rows <= LARGEST; rows++) {
            for (int cols = 1; cols <= LARGEST; cols++) {
                requireAgreement(bits, rows, cols, false);
                requireAgreement(bits, rows, cols, true);
            }
        }
    }

    private static void requireAgreement(int bits, int rows, int cols, boolean shared) {
        Block block = Specialised.load(Block.class, new VectorBlock.Constants(species(bits), rows, cols, shared));
        for (int units : new int[] {1, 2, 7}) {
            for (boolean fresh : new boolean[] {false, true}) {
                Multiplication job = job(rows, cols, units, fresh);
                float[] expected = expected(job, rows, cols, shared);
                block.add(job, 1, 1);
                assertArrayEquals(expected, job.out, rows + " x " + cols + ", units: " + units + ", shared: " + shared);
            }
        }
    }

    /** A row of four, of which the block starts in the second, times square factors one after the other. */
    private static Multiplication chain(int cols, int factors) {
        Multiplication job = new Multiplication();
        job.groups = GROUPS;
        job.rows = 4;
        job.cols = cols;
        job.units = cols;
        job.yAt = 1;
        job.yRow = 1;
        job.yUnit = job.rows + 1;
        job.yGroup = job.yUnit * cols;
        job.wAt = 2;
        job.wUnit = cols;
        job.wGroup = cols * cols * factors + 1;
        job.outGroup = job.rows * cols + 1;
        job.y = numbers(job.yAt + GROUPS * job.yGroup);
        job.w = numbers(job.wAt + GROUPS * job.wGroup);
        job.out = numbers(GROUPS * job.outGroup);
        job.fresh = true;
        return job;
    }

    private static void multiplyRow(Multiplication job, int factors, int group, int row, float[] out) {
        int n = job.cols;
        for (int l = 0; l < LANES; l++) {
            float[] y = new float[n];
            for (int u = 0; u < n; u++) {
                y[u] = job.y[at(job.yAt + group * job.yGroup + row * job.yRow + u * job.yUnit, l)];
            }
            for (int f = 0; f < factors; f++) {
                float[] sum = new float[n];
                for (int u = 0; u < n; u++) {
                    for (int c = 0; c < n; c++) {
                        int w = at(job.wAt + group * job.wGroup + (f * n + u) * n + c, l);
                        sum[c] = Math.fma(y[u], job.w[w], sum[c]);
                    }
                }
                y = sum;
            }
            for (int c = 0; c < n; c++) {
                out[at(job.outAt + group * job.outGroup + row * n + c, l)] = y[c];
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {128, 256, 512})
    void chainsOfEverySizeAgree(int bits) {
        for (int cols = 1; cols <= LARGEST; cols++) {
            for (int factors : new int[] {1, 2, 5}) {
                for (int rows = 1; rows <= 2; rows++) {
                    Multiplication job = chain(cols, factors);
                    float[] expected = job.out.clone();
                    for (int g = 1; g < GROUPS; g++) {
                        for (int r = 1; r <= rows; r++) {
                            multiplyRow(job, factors, g, r, expected);
                        }
                    }
                    Specialised.load(Chain.class, new VectorChain.Constants(species(bits), rows, cols, false))
                            .multiply(job, factors, 1, 1, GROUPS);
                    assertArrayEquals(expected, job.out, rows + " x " + cols + ", factors: " + factors);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {128, 256, 512})
    void chainsOfOneRowOfTwoGroupsAgree(int bits) {
        for (int cols = 1; cols <= LARGEST; cols++) {
            Multiplication job = chain(cols, 3);
            float[] expected = job.out.clone();
            multiplyRow(job, 3, 0, 3, expected);
            multiplyRow(job, 3, 1, 3, expected);
            Specialised.load(Chain.class, new VectorChain.Constants(species(bits), 2, cols, true))
                    .multiply(job, 3, 3, 0, 2);
            assertArrayEquals(expected, job.out, cols + " columns");
        }
    }

    @Test
    void productsThatAreCutIntoBlocksAgree() {
        Multiplication job = job(12, 7, 3, true);
        Multiplication whole = job(12, 7, 3, true);
        job.out = whole.out.clone();
        for (int r = 0; r < whole.rows; r++) {
            for (int c = 0; c < whole.cols; c++) {
                Specialised.load(Block.class, new VectorBlock.Constants(FloatVector.SPECIES_256, 1, 1, false))
                        .add(whole, r, c);
            }
        }
        new Blocks(FloatVector.SPECIES_256).multiply(job);
        assertArrayEquals(whole.out, job.out);
    }
}
