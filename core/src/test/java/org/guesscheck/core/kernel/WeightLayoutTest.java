package org.guesscheck.core.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.guesscheck.core.kernel.scalar.ScalarBackend;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The layout against what the loop does with the weights that it draws. Weights are small whole numbers that tell their position,
 * so that the loop's products are sums without rounding, which the positions of the layout must give again.
 */
class WeightLayoutTest {
    private static final int ROWS = 3;
    private static final int COLS = 4;

    /** Draws that are counted: the vector drawn as the nth is full of {@link #weight} of n. */
    private static final class Counted implements WeightStage, JudgeStage {
        int drawn;
        int largestCall;
        int groups;
        float[] products;

        Stages in(Question question) {
            return new ScalarBackend().stages(question).withWeights(this).withJudge(this);
        }

        @Override
        public void seed(long seed, long chunk) {
            drawn = 0;
        }

        @Override
        public void fill(float[] out, int vectors) {
            assertEquals(0, vectors & 1, "numbers come in pairs of vectors");
            largestCall = Math.max(largestCall, vectors);
            for (int v = 0; v < vectors; v++) {
                int at = Stages.BASE + Question.LANES * v;
                Arrays.fill(out, at, at + Question.LANES, weight(drawn++));
            }
        }

        @Override
        public void judge(float[] judged, int firstGroup, int count, ChunkReport report) {
            int from = Stages.BASE + Question.LANES * groups * ROWS * COLS;
            int length = Question.LANES * count * ROWS * COLS;
            products = Arrays.copyOf(products == null ? new float[0] : products, from + length);
            System.arraycopy(judged, Stages.BASE, products, from, length);
            groups += count;
        }

        @Override
        public void measure(float[] measured, int count, float[] trainLoss, float[] generalizationLoss) {
            throw new UnsupportedOperationException("the loop judges");
        }
    }

    /** -1, 0 or 1, so that even a product of four wide factors has no rounding; without a short period. */
    private static float weight(int vector) {
        return Integer.remainderUnsigned(vector * 0x9e3779b9 >>> 7, 3) - 1;
    }

    /** Whole and in tiles, widths that are no multiples of anything, two and more groups in a batch. */
    static Stream<Network> networks() {
        return Stream.of(
                Network.linear(5, 1),
                Network.linear(5, 2),
                Network.linear(7, 2),
                Network.linear(71, 2),
                Network.linear(75, 2),
                Network.linear(333, 2),
                Network.linear(4, 3),
                Network.linear(5, 3),
                Network.linear(19, 3),
                Network.linear(23, 3),
                Network.linear(5, 4),
                Network.linear(13, 4),
                Network.linear(17, 4));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void theLoopMultipliesWhatLiesAtThesePositions(Network network) {
        WeightLayout layout = WeightLayout.of(ROWS, COLS, network);
        int groups = layout.batch() + 1;
        Question question = new Question(Problem.sensing(ROWS, COLS, 1, 6, 1), network, 1, 0.1f, 1);
        Counted counted = new Counted();
        new StagedKernel(question, counted.in(question)).evaluate(0, groups, new ChunkReport());
        assertEquals(groups * layout.vectors(), counted.drawn);
        assertTrue(counted.largestCall <= layout.atOnce(), "a call draws " + counted.largestCall);
        for (int g = 0; g < groups; g++) {
            float[] product = product(layout, g * layout.vectors());
            for (int e = 0; e < ROWS * COLS; e++) {
                float found = counted.products[Stages.BASE + Question.LANES * (g * ROWS * COLS + e)];
                assertEquals(product[e], found, "group " + g + " entry " + e);
            }
        }
    }

    /** The product of a group's factors, row by row, in numbers that have no rounding. */
    private static float[] product(WeightLayout layout, int group) {
        double[][] product = factor(layout, 0, group);
        for (int j = 1; j < layout.factors(); j++) {
            double[][] next = factor(layout, j, group);
            double[][] left = product;
            product = new double[ROWS][layout.columns(j)];
            for (int r = 0; r < ROWS; r++) {
                for (int c = 0; c < layout.columns(j); c++) {
                    for (int u = 0; u < next.length; u++) {
                        product[r][c] += left[r][u] * next[u][c];
                    }
                }
            }
        }
        float[] flat = new float[ROWS * COLS];
        for (int e = 0; e < flat.length; e++) {
            flat[e] = (float) product[e / COLS][e % COLS];
        }
        return flat;
    }

    private static double[][] factor(WeightLayout layout, int j, int group) {
        double[][] factor = new double[layout.rows(j)][layout.columns(j)];
        for (int r = 0; r < factor.length; r++) {
            for (int c = 0; c < factor[r].length; c++) {
                factor[r][c] = weight(group + layout.position(j, r, c));
            }
        }
        return factor;
    }

    @ParameterizedTest
    @MethodSource("networks")
    void everyVectorIsOneWeightOrPadding(Network network) {
        List<WeightLayout> layouts =
                new ArrayList<>(List.of(WeightLayout.of(ROWS, COLS, network), WeightLayout.ofFeatures(ROWS, network)));
        if (network.depth() > 1) {
            layouts.add(WeightLayout.reduced(ROWS, COLS, network));
            layouts.add(WeightLayout.reducedFeatures(ROWS, network));
        }
        for (WeightLayout layout : layouts) {
            boolean[] taken = new boolean[layout.vectors()];
            int weights = 0;
            for (int j = 0; j < layout.factors(); j++) {
                for (int r = 0; r < layout.rows(j); r++) {
                    for (int c = 0; c < layout.columns(j); c++) {
                        int vector = layout.position(j, r, c);
                        assertEquals(false, taken[vector], "two weights in vector " + vector);
                        taken[vector] = true;
                        weights++;
                        assertEquals(
                                new WeightLayout.Place(j, r, c),
                                layout.place(vector).orElseThrow());
                    }
                }
            }
            assertEquals(layout.weights(), weights);
            IntStream.range(0, taken.length)
                    .filter(vector -> !taken[vector])
                    .forEach(vector -> assertTrue(layout.place(vector).isEmpty(), "vector " + vector));
            assertTrue(layout.vectors() - weights <= Math.max(1, layout.factors()));
        }
    }

    /** Draws through Gram matrices take exactly their layout, tile by tile, and their last layer is where it says. */
    @ParameterizedTest
    @MethodSource("networks")
    void reducedDrawsTakeWhatTheirLayoutSays(Network linear) {
        // A width from which Bartlett's factors are taken for linear networks is none for others.
        Network network = linear.with(Activation.LEAKY_RELU);
        Question question = new Question(Problem.sensing(ROWS, COLS, 1, 6, 1), network, 1, 0.1f, 1).reduced();
        if (question.coordinates() != Coordinates.GRAM) {
            assertEquals(1, network.depth());
            return;
        }
        WeightLayout layout = question.layout();
        int groups = layout.batch() + 1;
        Counted counted = new Counted();
        new StagedKernel(question, counted.in(question)).evaluate(0, groups, new ChunkReport());
        assertEquals(groups * layout.vectors(), counted.drawn);
        assertTrue(counted.largestCall <= layout.atOnce(), "a call draws " + counted.largestCall);
        int alive = 0;
        for (int g = 0; g < groups; g++) {
            // The first row of the product is a single number times that of the last factor: 0 if all its features are.
            int from = Stages.BASE + Question.LANES * g * ROWS * COLS;
            boolean dead = IntStream.range(0, Question.LANES * COLS).allMatch(i -> counted.products[from + i] == 0);
            alive += dead ? 0 : 1;
            double first = 0;
            for (int c = 0; c < COLS; c++) {
                float found = counted.products[Stages.BASE + Question.LANES * (g * ROWS * COLS + c)];
                float normal = weight(g * layout.vectors() + layout.position(network.depth() - 1, 0, c));
                assertEquals(normal == 0 || dead, found == 0, "group " + g + " column " + c);
                if (found != 0) {
                    first = first == 0 ? found / normal : first;
                    assertEquals(first, found / normal, "group " + g + " column " + c);
                }
            }
        }
        assertTrue(alive > 0, "a test of nothing");
    }

    /** The features' kernel draws exactly its layout, tile by tile. */
    @ParameterizedTest
    @MethodSource("networks")
    void featuresAreDrawnAsTheirLayoutSays(Network network) {
        WeightLayout layout = WeightLayout.ofFeatures(ROWS, network);
        Question question = new Question(Problem.sensing(ROWS, COLS, 1, 6, 1), network, 1, 0.1f, 1);
        Counted counted = new Counted();
        GramKernel kernel = new GramKernel(question, counted.in(question));
        double[] covariance = new double[Question.LANES * ROWS * ROWS];
        kernel.next(covariance);
        assertEquals(layout.vectors(), counted.drawn);
        double scale = (double) question.finalScale() * question.finalScale();
        double[][] features = new double[ROWS][ROWS];
        for (int r = 0; r < ROWS; r++) {
            features[r][r] = 1;
        }
        for (int j = 0; j < layout.factors(); j++) {
            double[][] next = factor(layout, j, 0);
            double[][] product = new double[ROWS][layout.columns(j)];
            for (int r = 0; r < ROWS; r++) {
                for (int c = 0; c < product[r].length; c++) {
                    for (int u = 0; u < next.length; u++) {
                        product[r][c] += features[r][u] * next[u][c];
                    }
                }
            }
            features = product;
        }
        for (int r = 0; r < ROWS; r++) {
            for (int s = 0; s < ROWS; s++) {
                double sum = 0;
                for (int u = 0; u < features[r].length; u++) {
                    sum += features[r][u] * features[s][u];
                }
                assertEquals(scale * sum, covariance[r * ROWS + s], 1e-12 * Math.abs(scale * sum));
            }
        }
    }

    /** What is drawn at once is measured for speed; a change is to be one that was meant. */
    @ParameterizedTest
    @CsvSource({
        "5, 1, true, 26, 10, 260, 80",
        "5, 2, true, 50, 6, 300, 40",
        "24, 2, true, 240, 2, 480, 40",
        "40, 2, true, 400, 1, 400, 40",
        "160, 2, false, 1600, 1, 400, 40",
        "5, 5, true, 126, 2, 252, 80",
        "5, 10, true, 250, 2, 500, 80",
        "20, 3, false, 600, 1, 400, 20",
        "500, 3, false, 255000, 1, 1000, 2"
    })
    void batchesAndTilesFitTheCache(
            int width, int depth, boolean whole, int vectors, int batch, int atOnce, int tileUnits) {
        WeightLayout layout = WeightLayout.of(5, 5, Network.linear(width, depth));
        assertEquals(whole, layout.whole());
        assertEquals(vectors, layout.vectors());
        assertEquals(batch, layout.batch());
        assertEquals(atOnce, layout.atOnce());
        assertEquals(tileUnits, layout.tileUnits());
    }

    @Test
    void paddingIsAtTheEndOfAGroupOrOfEveryFactor() {
        assertEquals(
                3 * 3 + 9 + 3 * 3 + 1,
                WeightLayout.of(3, 3, Network.linear(3, 3)).vectors());
        assertEquals(
                3 * 23 + 1 + 23 * 23 + 1 + 23 * 3 + 1,
                WeightLayout.of(3, 3, Network.linear(23, 3)).vectors());
        assertEquals(0, WeightLayout.ofFeatures(3, Network.linear(5, 1)).vectors());
    }
}
