package org.guesscheck.gnc.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.function.IntFunction;
import org.guesscheck.core.descent.LearningDescent;
import org.guesscheck.core.posterior.LearningCurve;
import org.guesscheck.core.sampler.Progress;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.learn.LearnedSet;
import org.guesscheck.gnc.terminal.ProgressLine;

/** Training sets on this machine, one after the other. */
final class SetsHere implements LearningPlace {
    private final ProgressLine line;

    SetsHere(ProgressLine line) {
        this.line = line;
    }

    @Override
    public void learn(int first, int number, IntFunction<SetQuestion> questions, Receiver receiver) throws IOException {
        for (int i = first; i < number; i++) {
            int set = i;
            SetQuestion asked = questions.apply(set);
            LearningCurve curve =
                    asked.sampler().onProgress(p -> show(p, set, number)).run();
            receiver.take(new LearnedSet(curve, asked.descent().map(LearningDescent::run)));
        }
    }

    private void show(Progress p, int set, int number) {
        double share = (set + (double) p.draws() / Math.max(1, p.total())) / number;
        double left = p.draws() == 0 ? Double.NaN : p.seconds() * (p.total() - p.draws()) / p.draws();
        line.show(
                () -> String.format(Locale.ROOT, "set %d of %d, %.0f%%", set + 1, number, 100 * share),
                time -> Json.line(ProgressJson.begin("learn", time, share, left).put("set", set)));
    }
}
