package org.guesscheck.nativekernels.jni;

import org.guesscheck.core.network.Network;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.Posterior;
import org.guesscheck.core.sampler.RejectionSampler;

/** A program that embeds the library: asks for a backend and prints which one ran and the digest. */
final class Embedded {
    private Embedded() {}

    public static void main(String[] args) {
        try {
            for (int run = 0; run < 2; run++) {
                Posterior posterior = RejectionSampler.of(Problem.sensing(5, 5, 1, 15, 1), Network.linear(5, 2))
                        .eps(0.1)
                        .draws(100_000)
                        .seed(3)
                        .threads(1)
                        .backend(args[0])
                        .run();
                System.out.println(posterior.backend() + " " + posterior.digest());
            }
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            System.out.println(e.getClass().getSimpleName() + ": " + e.getMessage());
            for (Throwable reason : e.getSuppressed()) {
                System.out.println("suppressed: " + reason.getMessage());
            }
        }
    }
}
