package org.guesscheck.core.descent;

import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.parts.PartOutput;
import org.guesscheck.core.problem.Problem;

/** A fingerprint of how this program descends: the digests of tiny runs. Builds that compute the same numbers have the same one. */
final class DescentsOfProgram {
    private DescentsOfProgram() {}

    /** The fingerprint, from some milliseconds of work. */
    static String fingerprint() {
        Problem problem = Problem.sensing(3, 2, 1, 4, 1);
        PartOutput answers = new PartOutput();
        for (Activation.Kind kind : Activation.Kind.values()) {
            for (Optimizer optimizer : Optimizer.values()) {
                GradientDescent tiny = GradientDescent.of(
                                problem, Network.linear(4, 3).with(Activation.of(kind)))
                        .optimizer(optimizer)
                        .epochs(4);
                answers.putText(tiny.run().digest());
            }
        }
        return answers.fingerprint();
    }
}
