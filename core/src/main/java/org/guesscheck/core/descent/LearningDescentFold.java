package org.guesscheck.core.descent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.guesscheck.core.estimate.AcceptedDigest;
import org.guesscheck.core.estimate.TestAccuracy;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.parts.PartFold;
import org.guesscheck.core.parts.PartInput;
import org.guesscheck.core.parts.PartOutput;
import org.guesscheck.core.parts.Provenance;

/** Folds groups of runs, of which the first ones have the most samples. */
final class LearningDescentFold implements PartFold<LearningDescentCurve> {
    private static final int LANES = Question.LANES;

    private final LearningDescentSettings settings;
    private final List<LearningGroup.Outcome> outcomes = new ArrayList<>();

    LearningDescentFold(LearningDescentSettings settings) {
        this.settings = settings;
    }

    /** Takes the next groups. */
    void add(List<LearningGroup.Outcome> next) {
        outcomes.addAll(next);
    }

    static void write(LearningGroup.Outcome outcome, PartOutput out) {
        for (int l = 0; l < LANES; l++) {
            out.putCount(outcome.epochs()[l] + 1L).putFloat(outcome.accuracies()[l]);
        }
    }

    @Override
    public void add(PartInput results, long count) {
        while (!results.atEnd()) {
            int[] epochs = new int[LANES];
            float[] accuracies = new float[LANES];
            for (int l = 0; l < LANES; l++) {
                epochs[l] = (int) (results.nextCount() - 1);
                accuracies[l] = results.nextFloat();
            }
            outcomes.add(new LearningGroup.Outcome(epochs, accuracies));
        }
    }

    @Override
    public boolean complete() {
        return outcomes.size() == settings.pieces();
    }

    @Override
    public long pieces() {
        return settings.pieces();
    }

    @Override
    public long wanted() {
        return settings.pieces();
    }

    @Override
    public LearningDescentCurve result(Provenance by) {
        AcceptedDigest digest = new AcceptedDigest();
        List<LearningDescentPoint> points = new ArrayList<>();
        List<LearningGroup.Outcome> rising = outcomes.reversed();
        int groups = settings.groups();
        for (int p = 0; p < settings.samples().size(); p++) {
            points.add(point(settings.samples().get(p), rising.subList(p * groups, (p + 1) * groups), digest));
        }
        return new LearningDescentCurve(points, by.backend(), by.threads(), by.seconds(), digest.value());
    }

    private LearningDescentPoint point(int samples, List<LearningGroup.Outcome> groups, AcceptedDigest digest) {
        float[] accuracies = new float[settings.runs()];
        int reached = 0;
        long epochs = 0;
        for (int run = 0; run < settings.runs(); run++) {
            LearningGroup.Outcome group = groups.get(run / LANES);
            int after = group.epochs()[run % LANES];
            float accuracy = group.accuracies()[run % LANES];
            digest.add(after, accuracy, 0);
            if (after >= 0) {
                accuracies[reached++] = accuracy;
                epochs += after;
            }
        }
        return new LearningDescentPoint(
                samples,
                settings.runs(),
                reached,
                reached == 0 ? Double.NaN : (double) epochs / reached,
                reached == 0
                        ? Optional.empty()
                        : Optional.of(TestAccuracy.independent(Arrays.copyOf(accuracies, reached))));
    }
}
