package org.guesscheck.core.sampler;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.ParticleKernel;
import org.guesscheck.core.kernel.Question;

/** Runs replicas in parallel; which of them run, and in which order they are reported, does not depend on threads. */
final class SplittingRun {
    private final Question question;
    private final int particles;
    private final long seed;
    private final int threads;
    private final Executor executor;
    private final Consumer<Progress> progress;
    private final BooleanSupplier cancelled;
    private final long start = System.nanoTime();
    private final List<Population> idle = new ArrayList<>();
    private final List<Replica> done = new ArrayList<>();
    private Backend backend;
    private int claimed;
    private int wanted;
    private long evaluations;
    private volatile boolean stopped;

    SplittingRun(
            Question question,
            int particles,
            long seed,
            int threads,
            Executor executor,
            Consumer<Progress> progress,
            BooleanSupplier cancelled) {
        this.question = question;
        this.particles = particles;
        this.seed = seed;
        this.threads = threads;
        this.executor = executor;
        this.progress = progress;
        this.cancelled = cancelled;
    }

    /** Asks a pilot on a backend for its plan. */
    SplittingPlan plan(Backend on, SplittingTuning tuning, float[] thresholds, long budget) {
        backend = on;
        Population population = population();
        SplittingPlan plan = new Pilot(tuning, thresholds, population, budget).choose(seed);
        idle.add(population);
        evaluations = 2L * plan.priorDraws() + population.evaluations() - plan.priorDraws();
        return plan;
    }

    /** Sets the backend of the replicas: another than the pilot's changes their time and nothing else. */
    void use(Backend other) {
        if (!other.name().equals(backend.name())) {
            backend = other;
            idle.clear();
        }
    }

    /** Runs replicas until there are so many. */
    void extend(SplittingPlan plan, int thresholds, int replicas) {
        int missing = replicas - done.size();
        wanted = replicas;
        for (int i = 0; i < missing; i++) {
            done.add(null);
        }
        long total = evaluations + missing * plan.evaluations();
        Workers.run(Math.min(threads, missing), executor, () -> work(plan, thresholds, total), () -> stopped = true);
    }

    private void work(SplittingPlan plan, int thresholds, long total) {
        try {
            Population population = null;
            for (int number = claim(); number >= 0; number = claim()) {
                population = population == null ? population() : population;
                finish(number, Replica.run(plan, thresholds, population, seed, number), total);
            }
            release(population);
        } catch (Throwable e) {
            stopped = true;
            throw e;
        }
    }

    private synchronized int claim() {
        return claimed < wanted && !stopped ? claimed++ : -1;
    }

    private synchronized void finish(int number, Replica replica, long total) {
        done.set(number, replica);
        evaluations += replica.evaluations();
        long accepted = (long) (number + 1) * particles;
        progress.accept(new Progress(evaluations, Math.max(total, evaluations), accepted, seconds()));
    }

    /** Kernels are compiled anew for every population, so that those that were used are used again. */
    private Population population() {
        synchronized (this) {
            if (!idle.isEmpty()) {
                return idle.removeLast();
            }
        }
        ParticleKernel kernel = new ParticleKernel(question, backend.stages(question), particles, true);
        return new Population(kernel, particles, () -> stopped || cancelled.getAsBoolean());
    }

    private synchronized void release(Population population) {
        if (population != null) {
            idle.add(population);
        }
    }

    List<Replica> replicas() {
        return List.copyOf(done);
    }

    long evaluations() {
        return evaluations;
    }

    double seconds() {
        return (System.nanoTime() - start) * 1e-9;
    }
}
