package org.guesscheck.bench.guard.seeds;

import java.util.List;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.WeightStage;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.problem.Problem;

/**
 * This project's kernel of normals at three widths in one JVM. C2 learns the classes of vectors from profiles of the JDK's own methods,
 * which hold two; a kernel that relied on them would be left with calls and objects at the third width.
 */
final class ThirdWidth {
    private static final int VECTORS = 300;
    private static final int CALLS = 1000;

    private ThirdWidth() {}

    static void run() {
        Question question = new Question(Problem.sensing(5, 5, 1, 15, 1), Network.linear(5, 2), 1, 0.02f, 64);
        for (String backend : List.of("vector-128", "vector-256", "vector-512")) {
            WeightStage weights = Backends.named(backend).stages(question).weights();
            float[] out = new float[16 * (VECTORS + 1)];
            weights.seed(1, 1);
            for (int i = 0; i < CALLS; i++) {
                weights.fill(out, VECTORS);
            }
        }
    }
}
