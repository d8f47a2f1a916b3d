package org.guesscheck.core.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chi variables of the reduction against another library's chi-square quantiles. */
class ChiPolynomialTest {
    @ParameterizedTest
    @ValueSource(ints = {32, 36, 40, 64, 156, 160, 1_000, 10_000})
    void followsTheQuantiles(int freedom) {
        ChiPolynomial polynomial = new ChiPolynomial(freedom);
        ChiSquaredDistribution chiSquared = ChiSquaredDistribution.of(freedom);
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double worst = 0;
        for (int i = -655; i <= 655; i++) {
            float z = i / 100f;
            double expected = Math.sqrt(
                    z < 0
                            ? chiSquared.inverseCumulativeProbability(normal.cumulativeProbability(z))
                            : chiSquared.inverseSurvivalProbability(normal.survivalProbability(z)));
            float[] value = {z};
            polynomial.apply(value, 0, 1);
            worst = Math.max(worst, Math.abs(value[0] / expected - 1));
        }
        assertTrue(worst < 1e-6, freedom + " degrees of freedom: relative error " + worst);
    }

    @ParameterizedTest
    @ValueSource(ints = {32, 160, 10_000})
    void meanSquareIsTheFreedom(int freedom) {
        ChiPolynomial polynomial = new ChiPolynomial(freedom);
        double sum = 0;
        double weights = 0;
        for (int i = -6_500; i <= 6_500; i++) {
            float z = i / 1_000f;
            float[] value = {z};
            polynomial.apply(value, 0, 1);
            double weight = Math.exp(-0.5 * z * z);
            sum += weight * value[0] * value[0];
            weights += weight;
        }
        assertEquals(1, sum / weights / freedom, 1e-6);
    }
}
