package org.guesscheck.core.sampler.splitting;

import java.util.List;
import java.util.Locale;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.BackendChooser;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.kernel.Coordinates;
import org.guesscheck.core.kernel.ParticleKernel;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Reduction;
import org.guesscheck.core.sampler.work.RunSettings;
import org.guesscheck.core.sampler.work.SamplingTask;

/** A question prepared for replicas, by a pilot run or by the outcome of one on another machine. */
final class SplittingWork {
    /** Share of the Java heap that particles may take. */
    private static final double HEAP_SHARE = 0.75;

    private final SplittingSettings splitting;
    private final BackendChooser chooser;
    private final Question question;
    private final int atOnce;
    private final ReplicaLoop replicas;
    private final SplittingSetup setup;
    private Backend chosen;

    /**
     * Prepares.
     *
     * @param pilot the outcome of the question's pilot run; null to make it
     */
    SplittingWork(SamplingTask task, RunSettings settings, SplittingSettings splitting, SplittingSetup pilot) {
        this.splitting = splitting;
        chooser = Backends.chooser(settings.backend());
        if (task.draws() < splitting.leastEvaluations()) {
            throw new IllegalArgumentException("draws: " + task.draws() + "; at least "
                    + splitting.leastEvaluations() + " are needed for the pilot run of splitting and one replica of "
                    + splitting.particles() + " particles");
        }
        question = task.question(1, settings.cancelled()).reduced();
        atOnce = atOnce(ParticleKernel.bytes(question, splitting.particles()), settings.threads());
        replicas = new ReplicaLoop(question, task.seed(), task.thresholds().falling(), settings.threads(atOnce));
        setup = pilot == null ? piloted(task) : pilot;
    }

    private SplittingSetup piloted(SamplingTask task) {
        ReplicaSize size =
                new ReplicaSize(splitting.tuning().particles(), splitting.fewerAllowed() ? task.relativeError() : 0);
        // A pilot is short; what it says of the replicas' length decides whether backends are worth measuring.
        SplittingPlan plan = replicas.plan(chooser.chosen(question, 1), splitting.tuning(), task.draws(), size);
        Coordinates coordinates = question.coordinates();
        return new SplittingSetup(
                task.goal(),
                splitting.replicas(),
                plan,
                replicas.evaluations(),
                ParticleKernel.bytes(question, plan.particles()),
                coordinates == Coordinates.WEIGHTS ? "" : Reduction.note(coordinates));
    }

    /** How many replicas fit into memory at a time. */
    private int atOnce(long bytes, int threads) {
        double free = HEAP_SHARE * Runtime.getRuntime().maxMemory();
        if (bytes > free) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "particles: %d of this network need %.0f MB of the %.0f MB that the JVM may use; a smaller"
                            + " width or depth, or a larger heap (-Xmx), is needed",
                    splitting.particles(),
                    bytes / 1e6,
                    free / 1e6));
        }
        return (int) Math.min(threads, free / bytes);
    }

    SplittingSetup setup() {
        return setup;
    }

    Backend chosen() {
        return chosen;
    }

    ReplicaLoop replicas() {
        return replicas;
    }

    /** Begins with the replica of a number, on the backend that is best for as many as follow. */
    void begin(long first, long count) {
        SplittingPlan plan = setup.plan();
        chosen = chooser.chosen(question, SplittingRun.MOVE_IN_DRAWS * plan.evaluations() * count / atOnce);
        replicas.begin(plan, first, chosen);
    }

    /** Runs replicas until there are so many since the begin, of as many as are expected; those that are new, in order. */
    List<Replica> extend(int count, long expected) {
        int before = replicas.replicas().size();
        replicas.extend(setup.plan(), count, expected);
        return replicas.replicas().subList(before, count);
    }
}
