package org.guesscheck.core.descent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.problem.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Digests of small runs as they were before runs went side by side. */
class SmallDescentPinsTest {
    @ParameterizedTest
    @CsvSource({
        "sensing, LINEAR, 5, 5, 160, 2, GROUP_RMSPROP, 0.0,"
                + " sha256:98e909fc2fb79c8e22d318da6782d2bee6790a0d40a84f1807bfe5e92fd4ab65",
        "sensing, TANH, 3, 7, 16, 2, GROUP_RMSPROP, 0.0,"
                + " sha256:be364eedb276ac1f73aade50047674ea61ac1e7a1f3510533bb8d7314ff845dd",
        "sensing, LEAKY_RELU, 2, 19, 37, 2, GROUP_RMSPROP, 0.9,"
                + " sha256:cac048cbcf9800c5a34278f6d21d63c6504a3764ce22054bc0a877c933e88fad",
        "completion, LINEAR, 4, 6, 1, 1, GD, 0.0,"
                + " sha256:a7b3492926e35d6144e382db1a0cb2cbc9412fe04c466597ba08ecac7e0da9bc",
        "completion, TANH, 6, 5, 21, 3, GD, 0.9,"
                + " sha256:5a7b6267e648b30bab8434f9be99bf71be1d00690ab7decf8ff576936e9a6d4a"
    })
    void bitsAreWhatTheyWere(
            String kind,
            Activation.Kind activation,
            int rows,
            int cols,
            int width,
            int depth,
            Optimizer optimizer,
            double momentum,
            String digest) {
        Problem problem = kind.equals("completion")
                ? Problem.completion(rows, cols, 1, 15, 1)
                : Problem.sensing(rows, cols, 1, 15, 1);
        GradientDescent descent = GradientDescent.of(
                        problem, Network.linear(width, depth).with(Activation.of(activation)))
                .optimizer(optimizer)
                .momentum(momentum)
                .learningRate(1e-2)
                .initScale(0.1)
                .epochs(300)
                .seed(5);
        assertEquals(digest, descent.run().digest());
        List<GradientDescent> twins = Collections.nCopies(20, descent);
        for (Descent outcome : DescentBatch.of(twins).backend("vector").run()) {
            assertEquals(digest, outcome.digest());
        }
    }
}
