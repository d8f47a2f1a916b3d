package org.guesscheck.core.descent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.kernel.descent.DescentKernel;
import org.guesscheck.core.kernel.descent.DescentShape;
import org.guesscheck.core.kernel.descent.Direction;
import org.guesscheck.core.kernel.descent.Factors;
import org.guesscheck.core.kernel.descent.TrainingData;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.problem.Measurements;
import org.guesscheck.core.problem.Problem;
import org.junit.jupiter.api.Test;

/** Steps that see some of the measurements at a time. */
class MeasurementBatchesTest {
    @Test
    void aPassHasEveryMeasurementOnce() {
        MeasurementBatches batches = new MeasurementBatches(11, 4, 5);
        for (int pass = 0; pass < 20; pass++) {
            double[] seen = new double[11];
            for (int size : new int[] {4, 4, 3}) {
                float[] shares = batches.next();
                int members = 0;
                for (int i = 0; i < shares.length; i++) {
                    if (shares[i] != 0) {
                        assertEquals(2f / size, shares[i]);
                        seen[i]++;
                        members++;
                    }
                }
                assertEquals(size, members);
            }
            double[] once = new double[11];
            Arrays.fill(once, 1);
            assertArrayEquals(once, seen);
        }
    }

    @Test
    void theGradientIsThatOfTheMeasurementsOfTheBatch() {
        Problem problem = Problem.sensing(4, 6, 2, 11, 5);
        Factors factors = new Factors(4, 6, 5, 3);
        float[] shares = new MeasurementBatches(11, 4, 9).next();
        int[] members = IntStream.range(0, 11).filter(i -> shares[i] != 0).toArray();
        double[][] matrices =
                Arrays.stream(members).mapToObj(problem.train()::matrix).toArray(double[][]::new);
        double[] targets = Arrays.stream(members)
                .mapToDouble(i -> problem.train().targets()[i])
                .toArray();
        float[][] ofBatch = gradient(factors, TrainingData.of(problem.train()), shares);
        float[][] alone = gradient(factors, TrainingData.of(Measurements.of(matrices, targets)), null);
        for (int r = 0; r < ofBatch.length; r++) {
            assertArrayEquals(alone[r], ofBatch[r], 1e-5f);
        }
    }

    private static float[][] gradient(Factors factors, TrainingData train, float[] shares) {
        DescentShape shape = new DescentShape(factors, Activation.TANH, train.count(), true, Direction.GRADIENT);
        DescentKernel kernel = Backends.named("scalar").descent(shape);
        kernel.start(1, train, new InitialWeights(factors, 1.5, 17, () -> {}).stored());
        if (shares != null) {
            kernel.share(1, shares);
        }
        kernel.gradient(new float[DescentKernel.LANES], new float[DescentKernel.LANES]);
        float[][] gradient = factors.allocate();
        kernel.gradient(1, gradient);
        return gradient;
    }

    @Test
    void batchesOfAllMeasurementsAreNone() {
        GradientDescent descent = GradientDescent.of(Problem.sensing(5, 5, 1, 15, 3), Network.linear(5, 2))
                .epochs(50)
                .initScale(0.1)
                .learningRate(1e-2);
        String whole = descent.run().digest();
        assertEquals(whole, descent.batch(15).run().digest());
        assertNotEquals(whole, descent.batch(14).run().digest());
        assertEquals(descent.batch(4).run().digest(), descent.batch(4).run().digest());
    }

    @Test
    void largeRunsRefuseBatchesAndAdam() {
        GradientDescent large = GradientDescent.of(Problem.completion(120, 120, 1, 2000, 1), Network.linear(1200, 2));
        String most = "in a run of 2^24 multiplications or more in a forward pass ";
        assertEquals(
                "batch: 7; " + most + "the number of measurements is allowed",
                assertThrows(IllegalArgumentException.class, large.batch(7)::run)
                        .getMessage());
        assertEquals(
                "optimizer: ADAM; " + most + "GD or GROUP_RMSPROP is allowed",
                assertThrows(IllegalArgumentException.class, large.optimizer(Optimizer.ADAM)::run)
                        .getMessage());
    }
}
