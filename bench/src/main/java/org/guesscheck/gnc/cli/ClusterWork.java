package org.guesscheck.gnc.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.guesscheck.core.parts.Division;
import org.guesscheck.core.parts.Provenance;
import org.guesscheck.gnc.cluster.ClusterProgress;
import org.guesscheck.gnc.cluster.ClusterRun;
import org.guesscheck.gnc.cluster.Engine;
import org.guesscheck.gnc.cluster.EngineProvider;
import org.guesscheck.gnc.cluster.Engines;
import org.guesscheck.gnc.cluster.TaskCosts;
import org.guesscheck.gnc.cluster.TaskSettings;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.options.ClusterOptions;
import org.guesscheck.gnc.options.SamplerOptions;
import org.guesscheck.gnc.terminal.ProgressLine;
import org.guesscheck.gnc.text.Amounts;
import org.guesscheck.gnc.text.InputException;
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
    private final String command;
    private final boolean debug;

    /**
     * Connects to nothing yet.
     *
     * @param command the command that is at work
     */
    ClusterWork(ClusterOptions cluster, SamplerOptions computing, ProgressLine line, String command, boolean debug) {
        this.command = command;
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

    /** A connected cluster, as work sees it. */
    final class Connected {
        private final Engine engine;
        private final BooleanSupplier stop;
        private final TaskCosts costs = new TaskCosts();
        private Provenance by;

        private Connected(Engine engine, BooleanSupplier stop) {
            this.engine = engine;
            this.stop = stop;
        }

        /** Computes a question. */
        <R> R compute(Division<R> question) {
            ClusterRun<R> run = new ClusterRun<>(
                    question,
                    cluster.tasks(),
                    costs,
                    stop,
                    progress -> line.show(() -> text(progress), time -> Json.line(json(progress, time))));
            R result = run.run(engine);
            by = run.folding().provenance();
            return result;
        }
    }

    /** Computes what may need several questions, of which the last one's machines are named. */
    <R> Computed<R> compute(BooleanSupplier stop, Function<Connected, R> work) {
        long start = System.nanoTime();
        try (Engine engine = connect(cluster, computing, stop, debug)) {
            Connected connected = new Connected(engine, stop);
            R result = work.apply(connected);
            double seconds = (System.nanoTime() - start) * 1e-9;
            int most = engine.activity().most() * threads(computing);
            line.clear();
            connected.costs.inWords(engine).ifPresent(System.err::println);
            Provenance by = connected.by;
            return new Computed<>(result, new Provenance(by.host(), by.backend(), most, seconds));
        }
    }

    /**
     * Connects.
     *
     * @throws InputException if there is no such engine, or nothing answers at the address
     */
    static Engine connect(ClusterOptions cluster, SamplerOptions computing, BooleanSupplier stop, boolean debug) {
        EngineProvider engines = Engines.of(cluster.master());
        TaskSettings settings = new TaskSettings(threads(computing), computing.backend());
        return Interruptible.call(stop, () -> engines.connect(cluster.master(), settings, debug));
    }

    private static int threads(SamplerOptions computing) {
        return computing.threads().orElse(1);
    }

    /** That no machine computes yet, and what is waited for. */
    static String waiting(ClusterProgress p) {
        return "waiting for executors with " + p.activity().needs() + " each"
                + (p.seconds() < USUAL_WAIT_SECONDS
                        ? ""
                        : "; the master's page and the logs in the workers' folder work say why there is none");
    }

    static String text(ClusterProgress p) {
        if (p.activity().executors() == 0) {
            return waiting(p);
        }
        double left = secondsLeft(p);
        return String.format(
                Locale.ROOT,
                "%.0f%%%s, %s done, %d running on %s",
                100.0 * p.pieces() / p.wanted(),
                left > 0 ? ", " + Amounts.time(left) + " left" : "",
                count(p.tasks(), "task"),
                p.activity().running(),
                count(p.activity().executors(), "executor"));
    }

    /** NaN where it is not known. */
    private static double secondsLeft(ClusterProgress p) {
        boolean known = p.pieces() > 0 && p.pieces() >= LEAST_SHARE * p.wanted();
        return known ? p.seconds() / p.pieces() * (p.wanted() - p.pieces()) : Double.NaN;
    }

    private ObjectNode json(ClusterProgress p, Instant time) {
        return ProgressJson.begin(command, time, (double) p.pieces() / p.wanted(), secondsLeft(p))
                .put("tasksDone", p.tasks())
                .put("tasksRunning", p.activity().running())
                .put("executors", p.activity().executors());
    }

    static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
