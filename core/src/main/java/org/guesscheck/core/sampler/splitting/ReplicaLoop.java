package org.guesscheck.core.sampler.splitting;

import java.util.ArrayList;
import java.util.List;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.ParticleKernel;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.platform.Workers;
import org.guesscheck.core.sampler.work.ProgressReports;
import org.guesscheck.core.sampler.work.RunSettings;

/** Runs replicas in parallel; which of them run, and in which order they are reported, does not depend on threads. */
final class ReplicaLoop {
    private final Question question;
    private int particles;
    private final long seed;
    private final float[] falling;
    private final RunSettings settings;
    private final ProgressReports reports;
    private final List<Population> idle = new ArrayList<>();
    private final List<Replica> done = new ArrayList<>();
    private Backend backend;
    private SplittingPlan current;
    private long first;
    private int limit;
    private int claimed;
    private int wanted;
    private int finished;
    private long evaluations;
    private long told;
    private long total;
    private volatile boolean stopped;

    ReplicaLoop(Question question, long seed, float[] falling, RunSettings settings) {
        this.question = question;
        this.seed = seed;
        this.falling = falling;
        this.settings = settings;
        reports = new ProgressReports(settings.listener());
    }

    /** Asks a pilot on a backend for its plan. */
    SplittingPlan plan(Backend on, SplittingTuning tuning, long budget, ReplicaSize size) {
        backend = on;
        particles = tuning.particles();
        Population population = population();
        SplittingPlan plan = new Pilot(tuning, falling, population, budget, size).choose(seed);
        evaluations = tuning.priorDraws() + population.evaluations();
        if (plan.particles() == particles) {
            idle.add(population);
        }
        particles = plan.particles();
        return plan;
    }

    /**
     * Begins with the replica of a number. Another backend than before changes their time and nothing else. Replicas that have run
     * under the same plan from this number on are kept.
     *
     * @param plan what replicas follow
     * @param number of the first replica
     * @param on where kernels come from
     * @param atOnce how many replicas may run at a time
     */
    void begin(SplittingPlan plan, long number, Backend on, int atOnce) {
        limit = atOnce;
        boolean begun = plan.equals(current) && number == first;
        current = plan;
        if (backend == null || plan.particles() != particles || !on.name().equals(backend.name())) {
            backend = on;
            particles = plan.particles();
            idle.clear();
        }
        if (begun) {
            return;
        }
        if (!done.isEmpty()) {
            evaluations = 0;
            told = 0;
            finished = 0;
        }
        first = number;
        claimed = 0;
        done.clear();
    }

    /** Runs replicas until there are so many since the begin, of as many as are expected in the end. */
    void extend(SplittingPlan plan, int replicas, long expected) {
        int missing = Math.max(0, replicas - done.size());
        wanted = replicas;
        for (int i = 0; i < missing; i++) {
            done.add(null);
        }
        total = evaluations + (expected - replicas + missing) * plan.evaluations();
        if (missing == 0) {
            return;
        }
        Workers.run(Math.min(limit, missing), settings.executor(), () -> work(plan), () -> stopped = true);
    }

    private void work(SplittingPlan plan) {
        Population population = null;
        for (int number = claim(); number >= 0; number = claim()) {
            population = population == null ? population() : population;
            finish(
                    number,
                    settings.keepsDraws()
                            ? ReplicaRun.runKeepingDraws(plan, falling, population, seed, first + number)
                            : ReplicaRun.run(plan, falling, population, seed, first + number));
        }
        release(population);
    }

    private synchronized int claim() {
        return claimed < wanted && !stopped ? claimed++ : -1;
    }

    private synchronized void finish(int number, Replica replica) {
        done.set(number, replica);
        evaluations += replica.evaluations();
        finished++;
    }

    /** Of a pilot, nobody knows how long it and the replicas after it will be: as long as it has been, in each of them. */
    private synchronized void tell(int evaluated) {
        told += evaluated;
        reports.tell(told, total == 0 ? (1L + SplittingRun.FIRST_REPLICAS) * told : total, accepted());
    }

    private long accepted() {
        return (long) particles * finished;
    }

    /** Tells that no more replicas will run. */
    void end() {
        reports.end(evaluations, accepted());
    }

    /** Kernels are compiled anew for every population, so that those that were used are used again. */
    private Population population() {
        synchronized (this) {
            if (!idle.isEmpty()) {
                return idle.removeLast();
            }
        }
        ParticleKernel kernel = new ParticleKernel(question, backend.stages(question), particles, true);
        return new Population(
                kernel, particles, () -> stopped || settings.cancelled().getAsBoolean(), this::tell);
    }

    private synchronized void release(Population population) {
        if (population != null) {
            idle.add(population);
        }
    }

    /** The replicas that are done, in the order of their numbers, up to the first that is not. */
    synchronized List<Replica> replicas() {
        int whole = done.indexOf(null);
        return List.copyOf(whole < 0 ? done : done.subList(0, whole));
    }

    long evaluations() {
        return evaluations;
    }

    double seconds() {
        return reports.seconds();
    }
}
