package org.guesscheck.core.sampler.splitting;

import java.util.ArrayList;
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

    /** Replicas get no more particles than fit into this, so that most machines can run them. */
    private static final long MOST_GROWN_BYTES = 1L << 28;

    /** Sweeps at every level at least where a rare mode is lost; their gain: bench/docs/splitting.md. */
    private static final int SWEEPS_TO_KEEP_MODES = 60;

    private final SplittingSettings splitting;
    private final BackendChooser chooser;
    private final Question question;
    private final int threads;
    private final ReplicaLoop replicas;
    private final SplittingSetup setup;
    private Backend chosen;
    private SplittingSetup looked;
    private List<Replica> first = List.of();
    private int given;

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
        threads = settings.threads();
        atOnce(splitting.particles());
        replicas = new ReplicaLoop(question, task.seed(), task.thresholds().falling(), settings);
        setup = pilot == null ? fitted(piloted(task)) : pilot;
    }

    private SplittingSetup piloted(SamplingTask task) {
        ReplicaSize size =
                new ReplicaSize(splitting.tuning().particles(), splitting.fitted() ? task.relativeError() : 0);
        // A pilot is short; what it says of the replicas' length decides whether backends are worth measuring.
        SplittingPlan plan = replicas.plan(chooser.chosen(question, 1), splitting.tuning(), task.draws(), size);
        Coordinates coordinates = question.coordinates();
        return new SplittingSetup(
                task.goal(),
                splitting.replicas(),
                plan,
                replicas.evaluations(),
                ParticleKernel.bytes(question, plan.particles()),
                coordinates == Coordinates.WEIGHTS ? List.of() : List.of(Reduction.note(coordinates)));
    }

    /**
     * Gives replicas more particles where the first ones show that a rare mode carries the mean and is lost in most of them. The
     * first replicas enter the estimate if they have enough particles, and else no estimate.
     */
    private SplittingSetup fitted(SplittingSetup piloted) {
        if (!splitting.fitted()
                || !piloted.goal().wantsError()
                || !piloted.plan().reached()) {
            return piloted;
        }
        SplittingSetup steady = steadied(piloted);
        SplittingSetup fitted = steady;
        SplittingSetup grown = grown(fitted, steady.notes());
        while (grown != fitted) {
            fitted = grown;
            grown = grown(fitted, steady.notes());
        }
        return fitted;
    }

    /**
     * Gives levels more sweeps where a rare mode is lost in most replicas. A pilot run of few particles may have lost the mode, too,
     * and then have found losses forgotten at once.
     */
    private SplittingSetup steadied(SplittingSetup setup) {
        SplittingPlan steady = setup.plan().withLeastSweeps(SWEEPS_TO_KEEP_MODES);
        if (splitting.sweeps() > 0 || steady.equals(setup.plan())) {
            return setup;
        }
        LossCarriers carriers = firstLook(setup);
        long spent = setup.pilotEvaluations() + evaluations();
        if (carriers.growth() == 1 || !affordable(steady, setup.goal().draws() - spent)) {
            return setup;
        }
        String note = String.format(
                Locale.ROOT,
                "levels have at least %d sweeps, because with fewer the mean rested on the descendants of %.1f"
                        + " particles in each of %d replicas",
                SWEEPS_TO_KEEP_MODES,
                carriers.ofReplica(),
                setup.first());
        return new SplittingSetup(
                setup.goal(), setup.replicas(), steady, spent, setup.bytes(), with(setup.notes(), note));
    }

    /** What the first replicas ask for: the same setup if these have enough particles, or the budget has no room for more. */
    private SplittingSetup grown(SplittingSetup setup, List<String> notes) {
        SplittingPlan plan = setup.plan();
        LossCarriers carriers = firstLook(setup);
        long spent = setup.pilotEvaluations() + evaluations();
        int factor = carriers.growth();
        while (factor > 1 && !affordable(plan.times(factor), setup.goal().draws() - spent)) {
            factor /= 2;
        }
        if (factor == 1) {
            return setup;
        }
        SplittingPlan grown = plan.times(factor);
        String note = String.format(
                Locale.ROOT,
                "replicas have %d particles, because in %d replicas of %d the mean rested on the descendants of"
                        + " %.1f particles in each",
                grown.particles(),
                setup.first(),
                plan.particles(),
                carriers.ofReplica());
        long bytes = ParticleKernel.bytes(question, grown.particles());
        return new SplittingSetup(setup.goal(), setup.replicas(), grown, spent, bytes, with(notes, note));
    }

    /** Runs the first replicas of a setup, unless they were the last to run, and counts the particles that carry their means. */
    private LossCarriers firstLook(SplittingSetup setup) {
        if (!setup.equals(looked)) {
            begin(setup.plan(), 0, setup.first());
            first = extend(setup.plan(), setup.first(), setup.most());
            looked = setup;
        }
        return LossCarriers.of(first, setup.plan().levels().size());
    }

    /** What the first replicas of the setup that was looked at last evaluated. */
    private long evaluations() {
        return first.stream().mapToLong(Replica::evaluations).sum();
    }

    private static List<String> with(List<String> notes, String note) {
        List<String> all = new ArrayList<>(notes);
        all.add(note);
        return List.copyOf(all);
    }

    /** Whether the budget has room for twice as many replicas as the first look takes, whatever the memory of this machine. */
    private boolean affordable(SplittingPlan plan, long budget) {
        return plan.evaluations() <= budget / (2L * SplittingRun.FIRST_REPLICAS)
                && ParticleKernel.bytes(question, plan.particles()) <= MOST_GROWN_BYTES;
    }

    /** How many replicas of so many particles fit into memory at a time. */
    private int atOnce(int particles) {
        long bytes = ParticleKernel.bytes(question, particles);
        double free = HEAP_SHARE * Runtime.getRuntime().maxMemory();
        if (bytes > free) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "particles: %d of this network need %.0f MB of the %.0f MB that the JVM may use; a smaller"
                            + " width or depth, or a larger heap (-Xmx), is needed",
                    particles,
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
        begin(setup.plan(), first, count);
    }

    private void begin(SplittingPlan plan, long first, long count) {
        given = 0;
        int atOnce = atOnce(plan.particles());
        chosen = chooser.chosen(question, SplittingRun.MOVE_IN_DRAWS * plan.evaluations() * count / atOnce);
        replicas.begin(plan, first, chosen, atOnce);
    }

    /** Runs replicas until there are so many since the begin, of as many as are expected; those that are new, in order. */
    List<Replica> extend(int count, long expected) {
        return extend(setup.plan(), count, expected);
    }

    private List<Replica> extend(SplittingPlan plan, int count, long expected) {
        replicas.extend(plan, count, expected);
        List<Replica> fresh = replicas.replicas().subList(given, count);
        given = count;
        return fresh;
    }
}
