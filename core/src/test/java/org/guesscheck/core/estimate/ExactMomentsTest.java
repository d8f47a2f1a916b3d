package org.guesscheck.core.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExactMomentsTest {
    /** Losses of all sizes: random bits, the least and the largest number, zeros. */
    private static float[] losses(int count) {
        Random random = new Random(5);
        float[] losses = new float[count];
        for (int i = 0; i < count; i++) {
            int bits = random.nextInt() & Integer.MAX_VALUE;
            losses[i] = bits < 0x7f800000 ? Float.intBitsToFloat(bits) : Float.MAX_VALUE;
        }
        losses[0] = Float.MIN_VALUE;
        losses[1] = -0.0f;
        losses[2] = Float.MIN_NORMAL;
        return losses;
    }

    private static ExactMoments of(float[] losses, int first, int end) {
        ExactMoments moments = new ExactMoments();
        for (int i = first; i < end; i++) {
            moments.add(losses[i]);
        }
        return moments;
    }

    @Test
    void sumsAreExact() {
        float[] losses = losses(3000);
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal squares = BigDecimal.ZERO;
        for (float loss : losses) {
            sum = sum.add(new BigDecimal(loss));
            squares = squares.add(new BigDecimal(loss).pow(2));
        }
        ExactMoments moments = of(losses, 0, losses.length);
        BigDecimal unit = new BigDecimal(BigInteger.ONE.shiftLeft(149));
        assertEquals(0, sum.multiply(unit).compareTo(new BigDecimal(moments.sum())));
        assertEquals(0, squares.multiply(unit.pow(2)).compareTo(new BigDecimal(moments.squares())));
    }

    @Test
    void anyGroupingHasTheSameBits() {
        float[] losses = losses(3000);
        ExactMoments whole = of(losses, 0, 3000);
        ExactMoments grouped = of(losses, 2000, 3000);
        grouped.add(of(losses, 0, 1));
        grouped.add(new ExactMoments());
        ExactMoments middle = of(losses, 1, 2000);
        grouped.add(ExactMoments.of(middle.count(), middle.sum(), middle.squares()));
        assertEquals(whole.count(), grouped.count());
        assertEquals(whole.sum(), grouped.sum());
        assertEquals(whole.squares(), grouped.squares());
        assertEquals(whole.mean(), grouped.mean());
        assertEquals(whole.standardError(), grouped.standardError());
    }

    /** Welford's sums round at every step: of 1,000 steps, errors of some 1e-14. */
    @Test
    void meanAndErrorAreThoseOfMoments() {
        Random random = new Random(6);
        ExactMoments exact = new ExactMoments();
        Moments rounded = new Moments();
        for (int i = 0; i < 1000; i++) {
            float loss = random.nextFloat();
            exact.add(loss);
            rounded.add(loss);
        }
        assertEquals(rounded.mean(), exact.mean(), 1e-13);
        assertEquals(rounded.standardError(), exact.standardError(), 1e-13);
    }

    @Test
    void fewLossesHaveNoError() {
        ExactMoments moments = new ExactMoments();
        assertEquals(Double.NaN, moments.mean());
        moments.add(3);
        assertEquals(3, moments.mean());
        assertEquals(Double.NaN, moments.standardError());
        moments.add(3);
        assertEquals(0, moments.standardError());
        moments.clear();
        assertEquals(0, moments.count());
        assertEquals(BigInteger.ZERO, moments.squares());
    }

    @Test
    void refusesSumsThatNoLossesHave() {
        BigInteger large = BigInteger.ONE.shiftLeft(700);
        assertThrows(IllegalArgumentException.class, () -> ExactMoments.of(1, BigInteger.ONE.negate(), BigInteger.ONE));
        assertThrows(IllegalArgumentException.class, () -> ExactMoments.of(1, large, BigInteger.ONE));
    }
}
