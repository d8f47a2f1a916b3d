package org.guesscheck.bench.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.Posterior;
import org.guesscheck.core.sampler.RejectionSampler;

/** One question on every backend and number of threads: everything but the time must be the same to the bit. */
public final class DigestCheck {
    private DigestCheck() {}

    private record Way(String backend, int threads) {}

    /** Runs a width-5, depth-2 question in all ways and compares each answer with the first. */
    public static void run(long draws, BooleanSupplier cancelled, Consumer<Verdict> verdicts) {
        List<Way> ways = new ArrayList<>();
        for (int threads : new int[] {1, 2, 3, 7}) {
            ways.add(new Way("vector-512", threads));
        }
        ways.add(new Way("vector-256", 2));
        ways.add(new Way("vector-128", 2));
        ways.add(new Way("scalar", 2));
        Posterior first = null;
        for (Way way : ways) {
            Posterior p = RejectionSampler.of(Problem.sensing(5, 5, 1, 15, 1), Network.linear(5, 2))
                    .eps(0.02, 0.05)
                    .draws(draws)
                    .seed(11)
                    .threads(way.threads)
                    .backend(way.backend)
                    .cancelWhen(cancelled)
                    .run();
            first = first == null ? p : first;
            boolean same = p.digest().equals(first.digest())
                    && p.thresholds().equals(first.thresholds())
                    && p.prior().equals(first.prior())
                    && p.accepted().equals(first.accepted());
            verdicts.accept(new Verdict(
                    same,
                    String.format(
                            Locale.ROOT,
                            "%-10s %d threads: %.0f of %d accepted, %s, %.1f s",
                            way.backend,
                            way.threads,
                            p.thresholds().getLast().accepted(),
                            draws,
                            p.digest(),
                            p.elapsedSeconds())));
        }
    }
}
