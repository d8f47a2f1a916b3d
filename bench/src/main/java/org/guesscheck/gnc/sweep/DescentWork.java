package org.guesscheck.gnc.sweep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.guesscheck.core.descent.Descent;
import org.guesscheck.core.descent.DescentBatch;
import org.guesscheck.core.descent.GradientDescent;
import org.guesscheck.core.descent.Optimizer;
import org.guesscheck.core.network.Network;
import org.guesscheck.gnc.cluster.MachineShare;
import org.guesscheck.gnc.cluster.MachineShares;
import org.guesscheck.gnc.config.CellDescent;
import org.guesscheck.gnc.config.CellId;
import org.guesscheck.gnc.config.CellRecipe;
import org.guesscheck.gnc.config.DescentPlan;
import org.guesscheck.gnc.config.Point;
import org.guesscheck.gnc.config.ProblemRecipe;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.journal.DescentRuns;
import org.guesscheck.gnc.journal.Journal;
import org.guesscheck.gnc.journal.Rung;

/**
 * Gradient descent of the cells of a sweep. The cells of a place, which differ in their trials, go side by side in the lanes of vectors
 * where that pays. Each run has the outcome that it has alone, to the bit, so the division into teams changes no result.
 *
 * <p>May be used by several threads.
 */
final class DescentWork {
    private final SweepConfig config;
    private final Journal journal;
    private final TrialProblems problems;
    private final Workplace workplace;

    DescentWork(Panel panel, TrialProblems problems, Workplace workplace) {
        config = panel.config();
        journal = panel.journal();
        this.problems = problems;
        this.workplace = workplace;
    }

    /**
     * What became of a cell.
     *
     * @param runs its results, unless it failed
     * @param failures what failed, and why; a problem that can't be made is guess and check's to report
     */
    record Part(Optional<DescentRuns> runs, List<Failure> failures) {
        static final Part NONE = new Part(Optional.empty(), List.of());
    }

    /** A cell of a team, and its run but for scale and seed. */
    private record Member(CellId id, GradientDescent run) {}

    /** The part of a cell that the journal has, or nothing; nothing is to be done in a sweep without gradient descent. */
    Optional<Part> known(CellId id) {
        return config.descent().none()
                ? Optional.of(Part.NONE)
                : journal.descents(id).map(runs -> new Part(Optional.of(runs), List.of()));
    }

    /** Divides the cells that are not known into teams, each of one place. */
    List<List<CellId>> teams(List<CellId> ids) {
        Map<Point, List<CellId>> places = new LinkedHashMap<>();
        ids.stream()
                .filter(id -> known(id).isEmpty())
                .forEach(id -> places.computeIfAbsent(id.value(), place -> new ArrayList<>())
                        .add(id));
        List<List<CellId>> teams = new ArrayList<>();
        places.forEach((place, cells) -> {
            int size = config.descent().climbs() ? cells.size() : teamSize(place, cells.size());
            for (int from = 0; from < cells.size(); from += size) {
                teams.add(List.copyOf(cells.subList(from, Math.min(from + size, cells.size()))));
            }
        });
        return teams;
    }

    private int teamSize(Point place, int cells) {
        int inits = config.descent().inits();
        return workplace.teamSize(cells, inits, sideBySide(place, Math.min((long) cells * inits, ThisMachine.LANES)));
    }

    private int sideBySide(Point place, long runs) {
        CellRecipe recipe = config.at(place);
        ProblemRecipe problem = recipe.problem();
        try {
            return DescentBatch.sideBySide(
                    problem.rows(), problem.cols(), problem.measurements(), network(recipe), (int) runs);
        } catch (IllegalArgumentException e) {
            // No run of a network that is too large can be begun, which each of its cells reports.
            return 1;
        }
    }

    private static Network network(CellRecipe recipe) {
        return recipe.network().normalized(false).network();
    }

    /**
     * Runs a team, and puts the results into the journal.
     *
     * @param team cells of one place that the journal does not have
     * @param stop asked often; true ends the work
     * @return what became of each cell
     * @throws CancellationException if it ended
     */
    Map<CellId, Part> run(List<CellId> team, BooleanSupplier stop) {
        if (stop.getAsBoolean()) {
            throw new CancellationException("cancelled");
        }
        try (UnitWorker worker = workplace.enter(stop)) {
            return run(team, worker, stop);
        }
    }

    private Map<CellId, Part> run(List<CellId> team, UnitWorker worker, BooleanSupplier stop) {
        Map<CellId, Part> parts = new HashMap<>();
        List<Member> members = new ArrayList<>();
        for (CellId id : team) {
            parts.put(id, Part.NONE);
            new Attempts(stop).get(Failure.PROBLEM, () -> problems.of(id, stop)).ifPresent(problem -> {
                Attempts attempts = new Attempts(stop);
                CellRecipe recipe = config.at(id.value());
                CellDescent setting = recipe.descent();
                attempts.get(
                                Failure.GRADIENT_DESCENT,
                                () -> GradientDescent.of(problem, network(recipe))
                                        .learningRate(setting.learningRate())
                                        .epochs(setting.epochs())
                                        .initScale(setting.initScale())
                                        .momentum(setting.momentum())
                                        .optimizer(Optimizer.GROUP_RMSPROP)
                                        .cancelWhen(stop))
                        .ifPresentOrElse(
                                run -> members.add(new Member(id, run)),
                                () -> parts.put(id, new Part(Optional.empty(), attempts.failures())));
            });
        }
        if (!members.isEmpty()) {
            parts.putAll(descend(members, worker, stop));
        }
        return parts;
    }

    private Map<CellId, Part> descend(List<Member> members, UnitWorker worker, BooleanSupplier stop) {
        Attempts attempts = new Attempts(stop);
        DescentPlan plan = config.descent();
        Optional<Outcome> outcome = attempts.get(
                Failure.GRADIENT_DESCENT,
                () -> plan.climbs() ? climb(members, worker, stop) : listed(members, worker, stop));
        Map<CellId, Part> parts = new HashMap<>();
        for (int i = 0; i < members.size(); i++) {
            CellId id = members.get(i).id();
            int from = i * plan.inits();
            parts.put(
                    id,
                    outcome.map(all -> new DescentRuns(all.runs().subList(from, from + plan.inits()), all.rung()))
                            .map(runs -> new Part(
                                    Optional.of(journal.add(id, runs, share(outcome.get(), members.size()))),
                                    List.of()))
                            .orElseGet(() -> new Part(Optional.empty(), attempts.failures())));
        }
        return parts;
    }

    /** All runs of a team, cell by cell, the rung of the ladder that they took, and who computed them. */
    private record Outcome(List<Descent> runs, Optional<Rung> rung, List<MachineShare> by) {}

    private static List<MachineShare> share(Outcome outcome, int cells) {
        return MachineShare.scaled(outcome.by(), 1.0 / cells);
    }

    private Outcome listed(List<Member> members, UnitWorker worker, BooleanSupplier stop) {
        CellDescent setting = config.at(members.getFirst().id().value()).descent();
        Computed<List<Descent>> computed = compute(members, setting.initScale(), worker, stop);
        return new Outcome(computed.result(), Optional.empty(), computed.by());
    }

    /**
     * Tries the scales of the ladder from the least on. Where nearly all runs fit nowhere, the rung is taken at which most did, of
     * several the least. What earlier cells of the place took is taken again.
     */
    private Outcome climb(List<Member> members, UnitWorker worker, BooleanSupplier stop) {
        Point place = members.getFirst().id().value();
        Optional<Rung> taken = journal.rung(place);
        if (taken.isPresent()) {
            Computed<List<Descent>> computed = compute(members, taken.get().initScale(), worker, stop);
            return new Outcome(computed.result(), taken, computed.by());
        }
        double eps = config.at(place).guess().eps();
        List<Descent> best = List.of();
        Rung rung = new Rung(0, -1, 1);
        double seconds = 0;
        MachineShares by = new MachineShares();
        for (double scale : config.descent().initScaleLadder()) {
            Computed<List<Descent>> computed = compute(members, scale, worker, stop);
            computed.by().forEach(by::add);
            List<Descent> runs = computed.result();
            seconds +=
                    runs.stream().mapToDouble(run -> run.execution().seconds()).sum() / runs.size();
            int fitting = (int)
                    runs.stream().filter(run -> run.end().trainLoss() < eps).count();
            if (fitting > rung.fitting()) {
                best = runs;
                rung = new Rung(scale, fitting, runs.size());
            }
            if (rung.fits()) {
                break;
            }
        }
        double all = seconds;
        return new Outcome(
                best.stream().map(run -> ThisMachine.timed(run, all)).toList(), Optional.of(rung), by.list());
    }

    /** All runs from a scale, cell by cell. */
    private Computed<List<Descent>> compute(
            List<Member> members, double scale, UnitWorker worker, BooleanSupplier stop) {
        List<GradientDescent> runs = members.stream()
                .flatMap(member -> IntStream.range(0, config.descent().inits())
                        .mapToObj(init -> member.run().initScale(scale).seed(Seeds.descent(config, member.id(), init))))
                .toList();
        int lanes = sideBySide(members.getFirst().id().value(), runs.size());
        Computed<List<Descent>> computed = worker.descend(runs, lanes, stop);
        return new Computed<>(
                computed.result().stream().map(Descent::withoutPredicted).toList(), computed.by());
    }
}
