package org.guesscheck.core.sampler.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guesscheck.core.estimate.AcceptedDigest;
import org.guesscheck.core.estimate.Interval;
import org.guesscheck.core.estimate.TestAccuracy;
import org.guesscheck.core.parts.PartFold;
import org.guesscheck.core.parts.PartInput;
import org.guesscheck.core.parts.Provenance;
import org.guesscheck.core.posterior.Diagnostics;
import org.guesscheck.core.posterior.Execution;
import org.guesscheck.core.posterior.LearningCurve;
import org.guesscheck.core.posterior.LearningPoint;
import org.guesscheck.core.posterior.Origin;

/** Folds claims, or parts that other machines made of some of them. Accepted draws are tested on this machine. */
final class GuessFold implements PartFold<LearningCurve> {
    /** Below this many accepted networks nothing is said for certain. */
    private static final int FEW = 10;

    private final LearningTask task;
    private final GuessSettings how;
    private final GuessWork work;
    private final GuessClaim all;
    private long folded;

    GuessFold(LearningTask task, GuessSettings how, GuessWork work) {
        this.task = task;
        this.how = how;
        this.work = work;
        all = work.claim();
    }

    /** Takes what the next claims found. */
    void add(GuessClaim next, long claims) {
        all.add(next);
        folded += claims;
    }

    @Override
    public void add(PartInput results, long count) {
        GuessClaim next = work.claim();
        next.read(results);
        add(next, count);
    }

    @Override
    public boolean complete() {
        return folded == how.claims();
    }

    @Override
    public long pieces() {
        return how.claims();
    }

    @Override
    public long wanted() {
        return how.claims();
    }

    /** How many draws were folded. */
    long draws() {
        return how.drawsBefore(folded);
    }

    /** How many of them have all samples right. */
    long accepted() {
        return all.atLeast(task.samples());
    }

    @Override
    public LearningCurve result(Provenance by) {
        return curve(work.test(all), new Execution(by.backend(), by.threads(), by.seconds()));
    }

    /** Tests the first accepted draws. */
    AcceptedTests.Found test() {
        return work.test(all);
    }

    LearningCurve curve(AcceptedTests.Found found, Execution execution) {
        List<float[]> accuracies = found.accuracies();
        AcceptedDigest digest = new AcceptedDigest();
        List<LearningPoint> points = new ArrayList<>();
        for (int n = 1; n <= task.samples(); n++) {
            long accepted = all.atLeast(n);
            digest.add(accepted, 0, 0);
            int tested = task.tested().indexOf(n);
            Optional<TestAccuracy> accuracy = tested < 0 || accuracies.get(tested).length == 0
                    ? Optional.empty()
                    : Optional.of(TestAccuracy.independent(accuracies.get(tested)));
            points.add(new LearningPoint(
                    n,
                    accepted,
                    (double) accepted / how.draws(),
                    Interval.ofProbability(accepted, how.draws()),
                    accuracy));
        }
        int ofPrior = task.tested().indexOf(0);
        Optional<LearningPoint> prior = ofPrior < 0
                ? Optional.empty()
                : Optional.of(LearningPoint.ofPrior(how.draws(), accuracies.get(ofPrior)));
        for (int p = 0; p < accuracies.size(); p++) {
            for (int i = 0; i < accuracies.get(p).length; i++) {
                digest.add(all.accepted[p][i], accuracies.get(p)[i], 0);
            }
        }
        return new LearningCurve(
                new Origin(GuessRun.NAME, task.seed(), how.draws(), digest.value()),
                execution,
                prior,
                points,
                diagnostics(points),
                found.networks(task));
    }

    private Diagnostics diagnostics(List<LearningPoint> points) {
        Diagnostics.Builder diagnostics = new Diagnostics.Builder();
        task.noteOneClass(diagnostics);
        points.stream()
                .filter(point -> point.accepted() < FEW)
                .findFirst()
                .ifPresent(point -> diagnostics.doubt("from " + point.samples() + " samples on fewer than " + FEW
                        + " networks were accepted; more draws are needed, or splitting"));
        return diagnostics.build();
    }
}
