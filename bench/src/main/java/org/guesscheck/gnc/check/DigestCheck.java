package org.guesscheck.gnc.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.RejectionSampler;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One question on every backend, number of threads and order of chunks: everything but the time must be the same to the bit. */
@Command(
        name = "digests",
        description =
                "Asks one question on every backend that loads, with 1, 2, 3 and 7 threads, and with its chunks in"
                        + " other orders and pieces; every answer must have the same digest. Each narrower width of"
                        + " vectors has a JVM of its own.")
final class DigestCheck extends BackendsCheck {
    private static final Problem PROBLEM = Problem.sensing(5, 5, 1, 15, 1);
    private static final Network NETWORK = Network.linear(5, 2);
    private static final double EPS = 0.05;
    private static final long SEED = 11;

    @Option(
            names = "--draws",
            defaultValue = "1e8",
            paramLabel = "N",
            description = "Draws of each (${DEFAULT-VALUE}).")
    private long draws;

    private record Way(Backend backend, int threads) {}

    @Override
    List<String> options() {
        return List.of("--draws", Long.toString(draws));
    }

    @Override
    String run(List<Backend> backends, Verdicts verdicts) {
        return compare(backends, draws, verdicts);
    }

    /**
     * Runs a width-5, depth-2 question in all ways and compares each answer with the first.
     *
     * @param backends the first is also asked with several numbers of threads and orders of chunks
     * @return the first answer's digest
     */
    static String compare(List<Backend> backends, long draws, Verdicts verdicts) {
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
                    .cancelWhen(verdicts.cancelled())
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
            add(
                    verdicts,
                    same,
                    way.backend,
                    how + ", " + p.origin().digest(),
                    p.execution().seconds());
        }
        Question question = new Question(PROBLEM, NETWORK, SEED, (float) EPS, 64);
        for (Backend backend : backends) {
            for (ChunkOrder order : ChunkOrder.values()) {
                if (backend == first || order == ChunkOrder.IN_PIECES) {
                    long start = System.nanoTime();
                    String digest = order.digest(backend.kernel(question), question, draws, verdicts);
                    double seconds = (System.nanoTime() - start) * 1e-9;
                    boolean same = digest.equals(expected.origin().digest());
                    add(verdicts, same, backend, order.text() + ", " + digest, seconds);
                }
            }
        }
        return expected.origin().digest();
    }

    private static void add(Verdicts verdicts, boolean same, Backend backend, String answer, double seconds) {
        verdicts.add(same, "%-10s %s, %.1f s", backend.name(), answer, seconds);
    }
}
