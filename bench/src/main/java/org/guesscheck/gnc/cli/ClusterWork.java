package org.guesscheck.gnc.cli;

import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.guesscheck.core.parts.Division;
import org.guesscheck.core.parts.Provenance;
import org.guesscheck.gnc.cluster.ClusterProgress;
import org.guesscheck.gnc.cluster.ClusterRun;
import org.guesscheck.gnc.cluster.Engine;
import org.guesscheck.gnc.cluster.EngineProvider;
import org.guesscheck.gnc.cluster.Engines;
import org.guesscheck.gnc.cluster.TaskSettings;
import org.guesscheck.gnc.options.ClusterOptions;
import org.guesscheck.gnc.options.SamplerOptions;
import org.guesscheck.gnc.terminal.ProgressLine;
import org.guesscheck.gnc.text.Amounts;
import org.guesscheck.gnc.work.Interruptible;

/** Work on a cluster, as commands ask for it: its progress line, and what is said of the machines. */
final class ClusterWork {
    /** Before so much is done, most of the time was that of starting and of compiling kernels, and tells little about the rest. */
    private static final double LEAST_SHARE = 0.03;

    /** Executors start in some seconds where they can. */
    private static final double USUAL_WAIT_SECONDS = 45;

    private final ClusterOptions cluster;
    private final SamplerOptions computing;
    private final ProgressLine line;
    private final boolean debug;

    ClusterWork(ClusterOptions cluster, SamplerOptions computing, ProgressLine line, boolean debug) {
        this.cluster = cluster;
        this.computing = computing;
        this.line = line;
        this.debug = debug;
    }

    /**
     * A result from a cluster.
     *
     * @param by the machines, the backends, the most threads that computed at the same time, and the time that passed
     */
    record Computed<R>(R result, Provenance by) {}

    /** Computes a question. */
    <R> Computed<R> compute(Division<R> question, BooleanSupplier stop) {
        long start = System.nanoTime();
        EngineProvider engines = Engines.of(cluster.master());
        ClusterRun<R> run =
                new ClusterRun<>(question, cluster.tasks(), stop, progress -> line.show(() -> text(progress)));
        int threads = computing.threads().orElse(1);
        TaskSettings settings = new TaskSettings(threads, computing.backend());
        try (Engine engine = Interruptible.call(stop, () -> engines.connect(cluster.master(), settings, debug))) {
            R result = run.run(engine);
            double seconds = (System.nanoTime() - start) * 1e-9;
            Provenance parts = run.folding().provenance();
            int most = engine.activity().most() * threads;
            line.clear();
            System.err.println(machines(run, engine.activity().failed()));
            return new Computed<>(result, new Provenance(parts.host(), parts.backend(), most, seconds));
        }
    }

    private static String machines(ClusterRun<?> run, int failed) {
        List<String> hosts = run.folding().hosts().stream().sorted().toList();
        return count(run.tasks(), "task") + " on "
                + (hosts.size() == 1 ? hosts.getFirst() : hosts.size() + " machines")
                + (failed == 0 ? "" : "; " + count(failed, "task") + " failed or lost, and computed again");
    }

    static String text(ClusterProgress p) {
        if (p.activity().executors() == 0) {
            return "waiting for executors with " + p.activity().needs() + " each"
                    + (p.seconds() < USUAL_WAIT_SECONDS
                            ? ""
                            : "; the master's page and the logs in the workers' folder work say why there is none");
        }
        boolean known = p.pieces() >= LEAST_SHARE * p.wanted();
        double left = !known ? 0 : p.seconds() / p.pieces() * (p.wanted() - p.pieces());
        return String.format(
                Locale.ROOT,
                "%.0f%%%s, %s done, %d running on %s",
                100.0 * p.pieces() / p.wanted(),
                left > 0 ? ", " + Amounts.time(left) + " left" : "",
                count(p.tasks(), "task"),
                p.activity().running(),
                count(p.activity().executors(), "executor"));
    }

    private static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
