package org.guesscheck.gnc.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.guesscheck.core.data.LearningProblem;
import org.guesscheck.core.data.Samples;
import org.guesscheck.core.data.SyntheticSamples;
import org.guesscheck.core.descent.LearningDescent;
import org.guesscheck.core.network.Perceptron;
import org.guesscheck.core.sampler.LearningSplitting;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.learn.LearnedSet;
import org.guesscheck.gnc.learn.LearningFiles;
import org.guesscheck.gnc.learn.LearningJournal;
import org.guesscheck.gnc.learn.LearningQuestion;
import org.guesscheck.gnc.learn.LearningRecord;
import org.guesscheck.gnc.sweep.Beginning;

/** The directory of learning curves of three small training sets, none of which is to be trusted. */
final class SmallCurves {
    private SmallCurves() {}

    /** Computes sets and writes all files; of the sets that are asked for, there may be more. */
    static void run(Path directory, String name, int finished, int asked) throws IOException {
        Samples samples = SyntheticSamples.moons(60, 0.2, 1);
        Perceptron network = Perceptron.relu(4, 2);
        ObjectNode written = Json.object().put("activation", "relu");
        LearningQuestion question = LearningQuestion.of(
                samples,
                name,
                written,
                problem(samples, 0),
                guess(samples, network, 0),
                Optional.of(descent(samples, network, 0)),
                "random",
                1,
                0);
        Files.createDirectories(directory);
        try (LearningJournal journal = LearningJournal.begin(directory, question, Beginning.RESUME, asked)) {
            for (int set = journal.sets().size(); set < finished; set++) {
                journal.add(new LearnedSet(
                        guess(samples, network, set).run(),
                        Optional.of(descent(samples, network, set).run())));
            }
            List<String> arguments = List.of("learn", "--generate", "moons:0.2 & more", "--samples", "6");
            LearningFiles.write(
                    directory, name, "words", journal.sets(), LearningRecord.of(journal, arguments, asked, "words"));
        }
    }

    private static LearningProblem problem(Samples samples, int set) {
        return LearningProblem.split(samples, 6, 1 + set);
    }

    private static LearningSplitting guess(Samples samples, Perceptron network, int set) {
        return LearningSplitting.of(problem(samples, set), network)
                .particles(32)
                .sweeps(3)
                .replicas(2)
                .backend("scalar")
                .threads(1)
                .seed(1 + set);
    }

    private static LearningDescent descent(Samples samples, Perceptron network, int set) {
        return LearningDescent.of(problem(samples, set), network)
                .samples(1, 2, 4, 6)
                .runs(16)
                .epochs(50)
                .backend("scalar")
                .threads(1)
                .seed(1 + set);
    }
}
