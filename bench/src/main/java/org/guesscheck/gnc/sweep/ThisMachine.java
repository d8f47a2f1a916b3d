package org.guesscheck.gnc.sweep;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import org.guesscheck.core.descent.Descent;
import org.guesscheck.core.descent.DescentBatch;
import org.guesscheck.core.descent.DescentExecution;
import org.guesscheck.core.descent.GradientDescent;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.sampler.Sampler;
import org.guesscheck.gnc.config.CellId;

/** Threads of this machine, of which each unit has a share. */
public final class ThisMachine implements Workplace, UnitWorker {
    /** Runs in the lanes of one thread, at most. */
    static final int LANES = 16;

    private final String backend;
    private final int together;
    private final int threads;

    /**
     * Divides the threads.
     *
     * @param all threads of all units together; empty for as many as the machine has
     * @param backend of the sampler and of small descents
     */
    public ThisMachine(OptionalInt all, String backend) {
        this.backend = backend;
        int many = all.orElse(Runtime.getRuntime().availableProcessors());
        // Many short cells and few long ones both keep all threads busy this way.
        together = (int) Math.ceil(Math.sqrt(many));
        threads = Math.max(1, many / together);
    }

    @Override
    public int together() {
        return together;
    }

    /** Cells that fill the lanes of the threads. Runs that do not go side by side are on their own, so that threads share them. */
    @Override
    public int teamSize(int cells, int inits, int lanes) {
        return lanes == 1 ? 1 : (int) Math.max(1, (long) lanes * threads / inits);
    }

    @Override
    public UnitWorker enter(BooleanSupplier stop) {
        return this;
    }

    @Override
    public Computed<Posterior> guess(
            CellId cell, Sampler<?> sampler, CellSlices slices, BooleanSupplier stop, Watcher watcher) {
        Sampler<?> here = sampler.backend(backend).threads(threads).cancelWhen(stop);
        return Computed.here(
                slices.needed(threads)
                        ? slices.run(here, threads, stop, progress -> watcher.samples(cell, progress))
                        : here.onProgress(progress -> watcher.samples(cell, progress))
                                .run());
    }

    @Override
    public Computed<List<Descent>> descend(List<GradientDescent> runs, int lanes, BooleanSupplier stop) {
        boolean alone = lanes == 1;
        int working = alone ? threads : Math.clamp((runs.size() + LANES - 1L) / LANES, 1, threads);
        long start = System.nanoTime();
        // Runs that are computed one after another would leave most lanes of a backend asked for by name empty.
        List<Descent> outcomes = DescentBatch.of(runs)
                .threads(working)
                .backend(alone ? "auto" : backend)
                .run();
        if (alone) {
            return Computed.here(outcomes);
        }
        double share = (System.nanoTime() - start) * 1e-9 * working / runs.size();
        return Computed.here(outcomes.stream().map(run -> timed(run, share)).toList());
    }

    /** A run with a time. */
    static Descent timed(Descent run, double seconds) {
        DescentExecution execution = run.execution();
        return new Descent(
                run.end(),
                run.converged(),
                new DescentExecution(execution.products(), seconds, execution.productSeconds()),
                run.digest(),
                run.history(),
                run.predicted());
    }

    @Override
    public void close() {}
}
