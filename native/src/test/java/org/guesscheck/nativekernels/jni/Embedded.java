package org.guesscheck.nativekernels.jni;

import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.Posterior;
import org.guesscheck.core.sampler.RejectionSampler;
import org.guesscheck.core.sampler.SplittingSampler;

/** A program that embeds the library: asks for a backend, or for splitting in C; prints which one ran and the digest. */
final class Embedded {
    private Embedded() {}

    public static void main(String[] args) {
        try {
            for (int run = 0; run < 2; run++) {
                Posterior posterior = args[0].equals("splitting") ? split() : guess(args[0]);
                System.out.println(posterior.backend() + " " + posterior.digest());
            }
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            System.out.println(e.getClass().getSimpleName() + ": " + e.getMessage());
            for (Throwable reason : e.getSuppressed()) {
                System.out.println("suppressed: " + reason.getMessage());
            }
        }
    }

    private static Posterior guess(String backend) {
        return RejectionSampler.of(Problem.sensing(5, 5, 1, 15, 1), Network.linear(5, 2))
                .eps(0.1)
                .draws(100_000)
                .seed(3)
                .threads(1)
                .backend(backend)
                .run();
    }

    /** Calls every step alone. */
    private static Posterior split() {
        Network tanh = Network.linear(5, 2).with(Activation.TANH);
        return SplittingSampler.of(Problem.sensing(5, 5, 1, 15, 1), tanh)
                .eps(0.02)
                .particles(64)
                .replicas(2)
                .seed(3)
                .threads(1)
                .backend("jni")
                .run();
    }
}
