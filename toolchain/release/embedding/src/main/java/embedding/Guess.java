package embedding;

import org.guesscheck.core.descent.GradientDescent;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.RejectionSampler;

/** Prints where it was loaded from, which backend ran, the digest of its draws, and who multiplied large matrices. */
public final class Guess {
    private Guess() {}

    public static void main(String[] arguments) {
        Module module = RejectionSampler.class.getModule();
        System.out.println("loaded from the " + (module.isNamed() ? "module path" : "class path"));
        Posterior posterior = RejectionSampler.of(Problem.sensing(5, 5, 1, 15, 1), Network.linear(5, 2))
                .eps(0.05)
                .draws(1_000_000)
                .seed(7)
                .run();
        System.out.println("backend " + posterior.execution().backend());
        System.out.println("digest " + posterior.origin().digest());
        var large = GradientDescent.of(Problem.completion(260, 260, 1, 30_000, 1), Network.linear(260, 2))
                .epochs(1)
                .run();
        System.out.println("products " + large.execution().products());
    }
}
