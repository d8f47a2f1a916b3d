package org.guesscheck.core.descent;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.guesscheck.core.kernel.descent.DescentShape;
import org.guesscheck.core.kernel.descent.TrainingData;
import org.guesscheck.core.problem.Problem;

/** The runs of a batch that have one shape, and those of them that wait for a lane. Loops on several threads take runs from it. */
final class LaneGroup {
    private final List<GradientDescent> runs;
    private final int[] places;
    private final Map<Problem, TrainingData> data = new IdentityHashMap<>();
    private final DescentShape shape;
    private final LaneTeam team;
    private final AtomicInteger next = new AtomicInteger();

    /**
     * A group of runs.
     *
     * @param runs all runs of a batch
     * @param members the places of the group's runs among them
     * @param backend name of a backend, or {@code auto}
     * @param threads how many threads there are
     */
    LaneGroup(List<GradientDescent> runs, List<Integer> members, String backend, int threads) {
        this.runs = runs;
        places = members.stream().mapToInt(i -> i).toArray();
        for (int place : places) {
            data.computeIfAbsent(runs.get(place).problem(), problem -> TrainingData.of(problem.train()));
        }
        shape = first().shape(sharesMatrices());
        team = LaneTeam.of(backend, shape, places.length, threads);
    }

    private GradientDescent first() {
        return runs.get(places[0]);
    }

    private boolean sharesMatrices() {
        float[][] some = data.values().iterator().next().matrices();
        return data.values().stream().allMatch(train -> Arrays.deepEquals(some, train.matrices()));
    }

    /** As many loops as are worth a thread. */
    List<LaneGroup> loops() {
        return Collections.nCopies(team.threads(), this);
    }

    /** Computes runs until none waits. */
    void loop(BooleanSupplier stopped, FinishedRuns finished) {
        if (next.get() < places.length) {
            new LaneLoop(
                            team.backend().descent(shape),
                            () -> waiting(stopped, finished),
                            first().optimizer(),
                            first().factors())
                    .run(team.lanes());
        }
    }

    private LaneRun waiting(BooleanSupplier stopped, FinishedRuns finished) {
        int at = next.getAndIncrement();
        if (at >= places.length) {
            return null;
        }
        GradientDescent run = runs.get(places[at]);
        return run.waiting(data.get(run.problem()), stopped, outcome -> finished.accept(places[at], outcome));
    }
}
