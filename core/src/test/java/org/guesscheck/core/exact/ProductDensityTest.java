package org.guesscheck.core.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With other seeds, one comparison with draws in 16,000 would fail by chance. */
class ProductDensityTest {
    /** Singular values by how many there are. */
    private static final double[][] SIGMA = {{0.7}, {0.3, 0.9}, {0.2, 0.5, 1.1}, {0.4, 0.6, 0.8, 1}};

    private final UniformRandomProvider random = RandomSource.L64_X128_MIX.create(11L);

    /** One factor is normal, and its direction uniform: no integral is left, and every draw is exact. */
    @ParameterizedTest
    @CsvSource({"1, 1", "1, 3", "2, 2", "2, 5", "3, 3", "3, 4", "4, 4"})
    void knowsOneFactor(int rows, int cols) {
        ProductDensity density = new ProductDensity(rows, cols, 1, 1, random);
        double[] sigma = SIGMA[rows - 1].clone();
        double squares = squares(sigma);
        assertEquals(-rows * cols * Math.log(2 * Math.PI) / 2 - squares / 2, density.logDensity(sigma), 1e-12);
        for (int i = 0; i < rows; i++) {
            sigma[i] /= Math.sqrt(squares);
        }
        assertEquals(-ProductDensity.logSphere(rows * cols), density.logDirectionDensity(sigma, 0.3), 1e-12);
    }

    /** The density of the product of two normal numbers is K_0(|x|) / pi. */
    @Test
    void knowsTheProductOfTwoNumbers() {
        ProductDensity density = new ProductDensity(1, 1, 1, 2, random);
        for (double x : new double[] {0.01, 0.7, 3}) {
            double bessel = 0;
            double step = 0.01;
            for (double u = step; u < 12; u += step) {
                bessel += step * Math.exp(-x * Math.cosh(u));
            }
            bessel += step / 2 * Math.exp(-x);
            DrawnMean drawn = DrawnMean.of(20_000, () -> Math.exp(density.logDensity(new double[] {x})));
            drawn.assertSame(new DrawnMean(bessel / Math.PI, 0), 0.01);
        }
    }

    /** A row times a matrix is a normal row times a chi variable of as many degrees of freedom as the row is wide. */
    @Test
    void knowsRowsOfAWideNetwork() {
        int width = 5;
        int cols = 3;
        double x = 1.4;
        double integral = 0;
        double step = 0.005;
        for (double a = step; a < 14; a += step) {
            integral += step * Math.pow(a, width - 1.0 - cols) * Math.exp(-a * a / 2 - x * x / (2 * a * a));
        }
        // 2^(width/2 - 1) times gamma(width/2) is 3 sqrt(pi / 2) at width 5.
        double expected = integral * Math.pow(2 * Math.PI, -cols / 2.0) / (3 * Math.sqrt(Math.PI / 2));
        ProductDensity density = new ProductDensity(1, cols, width, 2, random);
        DrawnMean.of(20_000, () -> Math.exp(density.logDensity(new double[] {x})))
                .assertSame(new DrawnMean(expected, 0), 0.01);
    }

    @ParameterizedTest
    @CsvSource({"0.2, 2, 1", "0.2, 2, 2", "2, 2, 2", "0.5, 5, 3", "1, 2, 6", "4, 2, 6", "3, 4, 10"})
    void agreesWithTheTransformOfMehlerAndFock(double t, int width, int depth) {
        double[] sigma = {Math.exp(-t), 1};
        double norm = Math.sqrt(squares(sigma));
        sigma[0] /= norm;
        sigma[1] /= norm;
        ProductDensity density = new ProductDensity(2, 2, width, depth, random);
        double logNorm = density.logNorm(sigma);
        DrawnMean.of(20_000, () -> Math.exp(density.logDirectionDensity(sigma, logNorm)))
                .assertSame(new DrawnMean(ConicalDensity.of(t, width, depth), 0), 0.01);
    }

    /**
     * The density at M of X R, where X is a normal matrix and R a product of others, is the mean of X's density at M R^-1 over
     * |det R|^rows: it is estimated by plain draws of R.
     */
    @ParameterizedTest
    @CsvSource({"2, 2", "2, 4", "3, 2", "3, 3", "4, 2"})
    void agreesWithPlainDrawsOfAllFactorsButOne(int rows, int depth) {
        double[] sigma = SIGMA[rows - 1].clone();
        ProductDensity density = new ProductDensity(rows, rows, rows, depth, random);
        // At a typical norm, plain draws scatter least.
        double norm = Math.exp(density.logNorm(sigma));
        for (int i = 0; i < rows; i++) {
            sigma[i] *= norm;
        }
        DrawnMean drawn = DrawnMean.of(20_000, () -> Math.exp(density.logDensity(sigma)));
        RandomGenerator plain = new SplittableRandom(12);
        DMatrixRMaj target = CommonOps_DDRM.diag(sigma);
        DMatrixRMaj first = new DMatrixRMaj(rows, rows);
        drawn.assertSame(
                DrawnMean.of(100_000, () -> {
                    DMatrixRMaj rest = normals(rows, plain);
                    for (int j = 2; j < depth; j++) {
                        rest = CommonOps_DDRM.mult(rest, normals(rows, plain), null);
                    }
                    double determinant = Math.abs(CommonOps_DDRM.det(rest));
                    CommonOps_DDRM.invert(rest);
                    CommonOps_DDRM.mult(target, rest, first);
                    return Math.exp(-rows * rows * Math.log(2 * Math.PI) / 2 - squares(first.data) / 2)
                            / Math.pow(determinant, rows);
                }),
                0.05);
    }

    private static DMatrixRMaj normals(int size, RandomGenerator random) {
        DMatrixRMaj matrix = new DMatrixRMaj(size, size);
        for (int e = 0; e < matrix.data.length; e++) {
            matrix.data[e] = random.nextGaussian();
        }
        return matrix;
    }

    private static double squares(double[] sigma) {
        double sum = 0;
        for (double value : sigma) {
            sum += value * value;
        }
        return sum;
    }
}
