package org.guesscheck.core.descent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.guesscheck.core.matrix.Multipliers;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.problem.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Digests of large runs by the multipliers whose bits this project decides; OpenBLAS's belong to its version and the CPU. */
class LargeDescentPinsTest {
    private final String before = System.getProperty(Multipliers.PROPERTY);

    @AfterEach
    void restore() {
        if (before == null) {
            System.clearProperty(Multipliers.PROPERTY);
        } else {
            System.setProperty(Multipliers.PROPERTY, before);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "scalar, 15, sha256:ce1d5e7b32fc3082565bac74bdd2763d404f54f877338329307e1fdcb4ce680f",
        "scalar, 2000, sha256:6fc81c7c274cbf24621410f6810ce180697663072533d0f9a34270dc48041c32",
        "vector, 15, sha256:38ea137867d333dc91470c8ee1f8c07be7abbd917f4622848acc34e5e06244dc",
        "vector, 2000, sha256:972a793a7df332d4cf1edc505ed69a6deedf7753a4211a4de5537de6347d2131"
    })
    void bitsAreWhatTheyWere(String products, int measurements, String digest) {
        System.setProperty(Multipliers.PROPERTY, products);
        boolean completion = measurements > 15;
        Problem problem = completion
                ? Problem.completion(120, 130, 2, measurements, 1)
                : Problem.sensing(30, 30, 2, measurements, 1);
        Network network = Network.linear(completion ? 600 : 760, 3).with(Activation.TANH);
        Descent descent = GradientDescent.of(problem, network)
                .learningRate(1e-2)
                .initScale(0.3)
                .momentum(0.5)
                .epochs(3)
                .seed(5)
                .threads(2)
                .run();
        assertEquals(digest, descent.digest(), descent.execution().products());
    }
}
