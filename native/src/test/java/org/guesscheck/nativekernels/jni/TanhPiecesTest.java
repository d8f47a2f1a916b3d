package org.guesscheck.nativekernels.jni;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.ArrayList;
import java.util.List;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.network.TanhPolynomial;
import org.guesscheck.core.problem.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A lane of tanh takes its own piece, whatever its neighbours and the width are. */
class TanhPiecesTest {
    private static final int VECTORS = 40;

    /** Widths whose vectors are looked at first, and width 1, whose vectors are not. */
    @ParameterizedTest
    @ValueSource(ints = {1, 5, 160})
    void everyBackendGivesTheScalarBits(int width) {
        List<String> others = new ArrayList<>(TiersSameBitsTest.tiers());
        others.addAll(List.of("vector-128", "vector-256", "vector-512"));
        int[] scalar = activated("scalar", width);
        for (String backend : others) {
            assertArrayEquals(scalar, activated(backend, width), backend);
        }
    }

    private static int[] activated(String backend, int width) {
        Network network = Network.linear(width, 3).with(Activation.TANH);
        Question question = new Question(Problem.sensing(5, 5, 1, 15, 1), network, 1, 0.02f, 64);
        float[] y = new float[Stages.BASE + Question.LANES * VECTORS];
        float last = (float) Math.sqrt(TanhPolynomial.NEAR * width);
        float[] some = {
            0f, -0f, 1e-30f, last, Math.nextUp(last), -last, 4 * last, Float.NaN, Float.NEGATIVE_INFINITY, 1e38f
        };
        for (int i = Stages.BASE; i < y.length; i++) {
            int lane = (i - Stages.BASE) % Question.LANES;
            int vector = (i - Stages.BASE) / Question.LANES;
            // Runs of near vectors, vectors of one far lane each, and vectors of both.
            boolean special = vector % 4 == 3 && (vector > 20 ? lane % 2 == 0 : lane == vector % Question.LANES);
            y[i] = special ? some[(vector + lane) % some.length] : last * (lane - 7) * (vector + 1) / (9 * VECTORS);
        }
        Backends.named(backend).stages(question).activation().activate(y, 0, VECTORS);
        int[] bits = new int[y.length];
        for (int i = 0; i < bits.length; i++) {
            // NaN has many bits, all of which mean the same.
            bits[i] = Float.floatToIntBits(y[i]);
        }
        return bits;
    }
}
