package org.guesscheck.core.kernel;

import static org.guesscheck.core.kernel.Question.LANES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.problem.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gram sums and Cholesky factors against double precision, and matrices without full rank. */
class CorrelationTest {
    private static final int RUN = 80;

    private static CorrelationStage stage(String backend) {
        Question question = new Question(Problem.sensing(5, 5, 1, 15, 1), Network.linear(8, 2), 1, 0.1f, 1);
        return Backends.named(backend).stages(question).correlation();
    }

    private static int at(int vector, int lane) {
        return Stages.BASE + LANES * vector + lane;
    }

    private static float[] buffer(int vectors) {
        return new float[Stages.BASE + LANES * vectors];
    }

    /** Features of one group, unit by unit. */
    private static float[] features(int rows, int width) {
        SplittableRandom random = new SplittableRandom(rows * 31L + width);
        float[] y = buffer(rows * width);
        for (int i = Stages.BASE; i < y.length; i++) {
            y[i] = (float) Math.tanh(random.nextGaussian());
        }
        return y;
    }

    private static Correlation summed(CorrelationStage stage, float[] y, int rows, int width) {
        Correlation job = new Correlation();
        job.groups = 1;
        job.rows = rows;
        job.y = y;
        job.yUnit = rows;
        job.sums = buffer(Correlation.triangle(rows));
        job.lost = buffer(Correlation.triangle(rows));
        for (int done = 0; done < width; done += RUN) {
            job.units = Math.min(RUN, width - done);
            job.yAt = done * rows;
            job.fresh = done == 0;
            stage.addGram(job);
        }
        return job;
    }

    private static double gram(float[] y, int rows, int width, int r, int s, int lane) {
        double sum = 0;
        for (int u = 0; u < width; u++) {
            sum += (double) y[at(u * rows + r, lane)] * y[at(u * rows + s, lane)];
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(strings = {"scalar", "vector-128", "vector-256", "vector-512"})
    void sumsStayAccurateAtLargeWidths(String backend) {
        int rows = 7;
        for (int width : new int[] {1, 160, 10_000, 100_000}) {
            float[] y = features(rows, width);
            float[] sums = summed(stage(backend), y, rows, width).sums;
            for (int r = 0; r < rows; r++) {
                for (int s = 0; s <= r; s++) {
                    for (int l = 0; l < LANES; l++) {
                        double exact = gram(y, rows, width, r, s, l);
                        double scale = Math.sqrt(gram(y, rows, width, r, r, l) * gram(y, rows, width, s, s, l));
                        assertEquals(exact, sums[at(Correlation.triangle(r) + s, l)], 1e-6 * scale, "width " + width);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"scalar", "vector-128", "vector-256", "vector-512"})
    void factorsMultiplyToTheGramMatrix(String backend) {
        for (int rows : new int[] {1, 3, 5, 12}) {
            int width = 200;
            float[] y = features(rows, width);
            check(stage(backend), y, rows, width);
        }
    }

    /** The third row is twice the first, the fourth all zeros, the sixth the sum of the second and the fifth. */
    @ParameterizedTest
    @ValueSource(strings = {"scalar", "vector-128", "vector-256", "vector-512"})
    void rowsThatDependOnOthersHaveNoColumn(String backend) {
        int rows = 7;
        int width = 100;
        float[] y = features(rows, width);
        for (int u = 0; u < width; u++) {
            for (int l = 0; l < LANES; l++) {
                y[at(u * rows + 2, l)] = 2 * y[at(u * rows, l)];
                y[at(u * rows + 3, l)] = 0;
                y[at(u * rows + 5, l)] = y[at(u * rows + 1, l)] + y[at(u * rows + 4, l)];
            }
        }
        float[] lower = check(stage(backend), y, rows, width);
        for (int zero : new int[] {2, 3, 5}) {
            for (int i = zero; i < rows; i++) {
                for (int l = 0; l < LANES; l++) {
                    assertEquals(
                            0, Math.abs(lower[at(Correlation.triangle(i) + zero, l)]), "row " + i + ", column " + zero);
                }
            }
        }
    }

    /** Without any living feature, every row is zero. */
    @ParameterizedTest
    @ValueSource(strings = {"scalar", "vector-128", "vector-256", "vector-512"})
    void zerosStayZeros(String backend) {
        float[] lower = check(stage(backend), buffer(5 * 20), 5, 20);
        for (int i = Stages.BASE; i < lower.length; i++) {
            assertEquals(0, lower[i]);
        }
    }

    /** L L^T is the Gram matrix, to single precision's rounding of its diagonal. */
    private static float[] check(CorrelationStage stage, float[] y, int rows, int width) {
        Correlation job = summed(stage, y, rows, width);
        stage.factor(job);
        for (int r = 0; r < rows; r++) {
            for (int s = 0; s <= r; s++) {
                for (int l = 0; l < LANES; l++) {
                    double product = 0;
                    for (int t = 0; t <= s; t++) {
                        product += (double) job.sums[at(Correlation.triangle(r) + t, l)]
                                * job.sums[at(Correlation.triangle(s) + t, l)];
                    }
                    double scale = Math.sqrt(gram(y, rows, width, r, r, l) * gram(y, rows, width, s, s, l));
                    double exact = gram(y, rows, width, r, s, l);
                    assertTrue(
                            Math.abs(product - exact) <= 2e-6 * scale,
                            rows + " rows, entry " + r + ", " + s + ": " + product + " instead of " + exact);
                }
            }
        }
        return job.sums;
    }
}
