package org.guesscheck.gnc.sweep;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.guesscheck.core.descent.Descent;
import org.guesscheck.core.descent.DescentBatch;
import org.guesscheck.core.descent.GradientDescent;
import org.guesscheck.core.parts.Division;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.sampler.Sampler;
import org.guesscheck.gnc.cluster.Admission;
import org.guesscheck.gnc.cluster.ClusterProgress;
import org.guesscheck.gnc.cluster.ClusterRun;
import org.guesscheck.gnc.cluster.Engine;
import org.guesscheck.gnc.cluster.MachineShare;
import org.guesscheck.gnc.cluster.MachineShares;
import org.guesscheck.gnc.cluster.TaskCosts;
import org.guesscheck.gnc.config.CellId;

/**
 * A cluster, which computes the parts of several units at once. This machine makes the problems, their baselines, auto's short runs and
 * splitting's pilot runs, folds the parts, and computes descents that can't be divided.
 */
public final class OnCluster implements Workplace {
    /** Threads of this machine, most of which wait for tasks. */
    private static final int MOST_UNITS = 128;

    private static final Workplace ALONE = new ThisMachine(OptionalInt.of(1), "auto");

    private final Engine engine;
    private final OptionalInt tasks;
    private final TaskCosts costs;
    private final Admission admission;

    /**
     * Takes a cluster that nobody else uses.
     *
     * @param engine connected
     * @param tasks of each round of a unit; empty for as many as take some 20 seconds each
     * @param costs gets what the tasks cost
     */
    public OnCluster(Engine engine, OptionalInt tasks, TaskCosts costs) {
        this.engine = engine;
        this.tasks = tasks;
        this.costs = costs;
        admission = new Admission(engine::slots, Runtime.getRuntime().availableProcessors());
    }

    @Override
    public int together() {
        return MOST_UNITS;
    }

    /** All cells of a place, so that there are many tasks; runs that do not go side by side need no company. */
    @Override
    public int teamSize(int cells, int inits, int lanes) {
        return lanes == 1 ? 1 : cells;
    }

    @Override
    public UnitWorker enter(BooleanSupplier stop) {
        return new Unit(admission.enter(stop));
    }

    private final class Unit implements UnitWorker {
        private final Admission.Place place;

        Unit(Admission.Place place) {
            this.place = place;
        }

        /** Nothing is saved before all parts are folded. */
        @Override
        public Computed<Posterior> guess(
                CellId cell, Sampler<?> sampler, CellSlices slices, BooleanSupplier stop, Watcher watcher) {
            MachineShares by = new MachineShares();
            Posterior posterior = sampler.backend("auto")
                    .threads(1)
                    .cancelWhen(stop)
                    .run(division -> compute(division, stop, progress -> watcher.computes(cell, progress), by));
            return new Computed<>(posterior, by.list());
        }

        @Override
        public Computed<List<Descent>> descend(List<GradientDescent> runs, int lanes, BooleanSupplier stop) {
            if (runs.getFirst().large()) {
                return ALONE.enter(stop).descend(runs, lanes, stop);
            }
            MachineShares by = new MachineShares();
            Division<List<Descent>> division = DescentBatch.of(runs).divided();
            return new Computed<>(compute(division, stop, progress -> {}, by), by.list());
        }

        private <R> R compute(
                Division<R> question, BooleanSupplier stop, Consumer<ClusterProgress> listener, MachineShares by) {
            ClusterRun<R> run = new ClusterRun<>(question, tasks, costs, stop, progress -> {
                place.tasks(progress.open());
                listener.accept(progress);
            });
            R result = run.run(engine);
            place.tasks(0);
            for (MachineShare share : run.machines()) {
                by.add(share);
            }
            return result;
        }

        @Override
        public void close() {
            place.close();
        }
    }
}
