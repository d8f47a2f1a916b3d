package org.guesscheck.gnc.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.RejectionSampler;

/** One question on every backend, number of threads and order of chunks: everything but the time must be the same to the bit. */
public final class DigestCheck {
    private static final Problem PROBLEM = Problem.sensing(5, 5, 1, 15, 1);
    private static final Network NETWORK = Network.linear(5, 2);
    private static final double EPS = 0.05;
    private static final long SEED = 11;

    private DigestCheck() {}

    private record Way(Backend backend, int threads) {}

    /**
     * Runs a width-5, depth-2 question in all ways and compares each answer with the first.
     *
     * @param backends who draws; the first one with several numbers of threads and orders of chunks too
     * @return the first answer's digest
     */
    public static String run(
            List<Backend> backends, long draws, BooleanSupplier cancelled, Consumer<Verdict> verdicts) {
        Backend first = backends.getFirst();
        List<Way> ways = new ArrayList<>();
        for (int threads : new int[] {1, 2, 3, 7}) {
            ways.add(new Way(first, threads));
        }
        backends.stream().skip(1).forEach(backend -> ways.add(new Way(backend, 2)));
        Posterior expected = null;
        for (Way way : ways) {
            Posterior p = RejectionSampler.of(PROBLEM, NETWORK)
                    .eps(0.02, EPS)
                    .draws(draws)
                    .seed(SEED)
                    .threads(way.threads)
                    .backend(way.backend.name())
                    .cancelWhen(cancelled)
                    .run();
            expected = expected == null ? p : expected;
            boolean same = p.origin().digest().equals(expected.origin().digest())
                    && p.thresholds().equals(expected.thresholds())
                    && p.prior().equals(expected.prior())
                    && p.accepted().equals(expected.accepted());
            String how = String.format(
                    Locale.ROOT,
                    "%d threads: %.0f of %d accepted",
                    way.threads,
                    p.thresholds().getLast().accepted(),
                    draws);
            verdicts.accept(verdict(
                    same, way.backend, how, p.origin().digest(), p.execution().seconds()));
        }
        Question question = new Question(PROBLEM, NETWORK, SEED, (float) EPS, 64);
        for (Backend backend : backends) {
            for (ChunkOrder order : ChunkOrder.values()) {
                if (backend == first || order == ChunkOrder.IN_PIECES) {
                    long start = System.nanoTime();
                    String digest = order.digest(backend.kernel(question), question, draws, cancelled);
                    double seconds = (System.nanoTime() - start) * 1e-9;
                    boolean same = digest.equals(expected.origin().digest());
                    verdicts.accept(verdict(same, backend, order.text(), digest, seconds));
                }
            }
        }
        return expected.origin().digest();
    }

    private static Verdict verdict(boolean same, Backend backend, String how, String digest, double seconds) {
        return new Verdict(
                same, String.format(Locale.ROOT, "%-10s %s, %s, %.1f s", backend.name(), how, digest, seconds));
    }
}
