package org.guesscheck.gnc.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.guesscheck.core.data.Fit;
import org.guesscheck.core.data.LearningProblem;
import org.guesscheck.core.data.Samples;
import org.guesscheck.core.descent.LearningDescent;
import org.guesscheck.core.network.Perceptron;
import org.guesscheck.core.sampler.LearningSampler;
import org.guesscheck.gnc.cluster.Engine;
import org.guesscheck.gnc.cluster.TaskCosts;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.learn.LearnedSet;
import org.guesscheck.gnc.learn.LearningQuestion;
import org.guesscheck.gnc.options.ClusterOptions;
import org.guesscheck.gnc.options.GncCommand;
import org.guesscheck.gnc.options.LearningDescentOptions;
import org.guesscheck.gnc.options.LearningOptions;
import org.guesscheck.gnc.options.LearningPresetOptions;
import org.guesscheck.gnc.options.PerceptronOptions;
import org.guesscheck.gnc.options.ProgressOptions;
import org.guesscheck.gnc.options.SamplesOptions;
import org.guesscheck.gnc.terminal.ExitCode;
import org.guesscheck.gnc.terminal.ProgressLine;
import org.guesscheck.gnc.text.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Learning curves on labelled samples. */
@Command(
        name = "learn",
        defaultValueProvider = LearningPresetOptions.Defaults.class,
        description = {
            "Samples the learning curve of guess and check: of the perceptrons of a prior, how many have the first"
                    + " samples of a training set right, and how these do on test samples.",
        },
        footer = {
            "",
            "With --out, finished training sets are kept, and the same command with --resume goes on after them, also"
                    + " with more --sets.",
            "",
            "Example: gnc learn --preset chiang-slab --out slab",
            "         gnc learn --generate mixture:10,2,3 --layers 16,2 --samples 32 --sets 4 --descend 32",
            "         gnc learn --data X.npy --labels y.npy --classes 0,7 --divide 255 --layers 20,10,5,2 --samples"
                    + " 128",
            "         gnc learn --generate parity:4,4 --layers 32,1 --samples 1..8 --sampler rejection --draws 1e8",
            "         gnc learn --preset chiang-slab --out slab --master spark://host:7077"
        })
final class LearnCommand extends GncCommand {
    private static final int TEST = 1000;
    private static final int MOST_SETS = 10_000;

    @Mixin
    LearningPresetOptions preset;

    @Mixin
    SamplesOptions source;

    @Mixin
    PerceptronOptions network;

    @Mixin
    LearningOptions learning;

    @Mixin
    LearningDescentOptions descent;

    @Option(names = "--sets", defaultValue = "1", paramLabel = "N", description = "Training sets (${DEFAULT-VALUE}).")
    int number;

    @Option(
            names = "--test",
            paramLabel = "N",
            description = "Test samples of each set (1000, or all that are left of fewer).")
    Integer test;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "S",
            description = "Seed of generated samples, sets and draws (${DEFAULT-VALUE}).")
    long seed;

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    @Mixin
    ClusterOptions cluster;

    @Mixin
    LearningOut out;

    @Mixin
    ProgressOptions showing;

    @Override
    public Integer call() throws IOException {
        preset.check(source);
        learning.check();
        descent.check();
        cluster.check();
        if (number < 1 || number > MOST_SETS) {
            throw new InputException("--sets " + number + ": 1 to " + MOST_SETS + " is allowed");
        }
        out.check();
        SamplesOptions.Named named = source.samples(seed);
        Perceptron perceptron = network.network();
        // What does not fit is said before the first set is computed, and before a directory is made.
        SetQuestion first = question(named.samples(), perceptron, 0);
        ObjectNode written = Json.object();
        network.write(written);
        LearningQuestion question = LearningQuestion.of(
                named.samples(),
                named.name(),
                written,
                first.problem(),
                first.sampler(),
                first.descent(),
                learning.training(),
                seed,
                out.weights());
        ProgressLine progress = showing.line();
        if (!cluster.asked()) {
            return run(named, question, perceptron, new SetsHere(progress), progress);
        }
        // Before anything is made, since nobody may answer.
        try (Engine engine = ClusterWork.connect(
                cluster, learning.sampling(), this::interrupted, program().debug())) {
            TaskCosts costs = new TaskCosts();
            LearningPlace place = new SetsOnCluster(engine, cluster.tasks(), costs, this::interrupted, progress);
            int code = run(named, question, perceptron, place, progress);
            if (code == ExitCode.DONE) {
                costs.inWords(engine).ifPresent(System.err::println);
            }
            return code;
        }
    }

    private int run(
            SamplesOptions.Named named,
            LearningQuestion question,
            Perceptron perceptron,
            LearningPlace place,
            ProgressLine progress)
            throws IOException {
        int exit = ExitCode.DONE;
        try (KeptSets kept = out.open(question, perceptron, number)) {
            try {
                place.learn(kept.sets().size(), number, set -> question(named.samples(), perceptron, set), kept::add);
            } catch (CancellationException e) {
                progress.clear();
                System.err.println("gnc: interrupted; " + kept.inWords(number));
                exit = ExitCode.INTERRUPTED;
            } finally {
                progress.clear();
            }
            if (!kept.sets().isEmpty()) {
                give(named, kept);
            }
        }
        return exit;
    }

    private SetQuestion question(Samples samples, Perceptron perceptron, int set) {
        LearningProblem problem = problem(samples, set);
        LearningSampler<?> sampler = learning.method(problem, perceptron, seed + set, this::interrupted)
                .keep(out.weights());
        Optional<LearningDescent> beside = descent.asked()
                ? Optional.of(descent.descent(
                        problem, perceptron, sampler.testedAt(), learning.sampling(), seed + set, this::interrupted))
                : Optional.empty();
        return new SetQuestion(problem, sampler, beside);
    }

    private LearningProblem problem(Samples samples, int set) {
        int train = Arrays.stream(learning.tested()).max().orElseThrow();
        int left = samples.count() - train;
        if (left < 1) {
            throw new InputException("--samples " + train + ": training sets of at most " + (samples.count() - 1)
                    + " samples are allowed, since there are " + samples.count() + " and one is needed for tests");
        }
        if (test != null && (test < 1 || test > left)) {
            throw new InputException("--test " + test + ": 1 to " + left + " is allowed, what training sets leave");
        }
        if (learning.balanced()) {
            requireTurns(samples, train);
        }
        int tested = test == null ? Math.min(TEST, left) : test;
        LearningProblem problem = learning.balanced()
                ? LearningProblem.balanced(samples, train, tested, seed + set)
                : LearningProblem.split(samples, train, tested, seed + set);
        return problem.fitting(learning.fit());
    }

    /** So many that no class runs out, whichever comes first. */
    private static void requireTurns(Samples samples, int train) {
        Collection<Long> classes = IntStream.of(samples.labels())
                .boxed()
                .collect(Collectors.groupingBy(label -> label, Collectors.counting()))
                .values();
        long least = Collections.min(classes);
        if (train > least * classes.size()) {
            throw new InputException("--samples " + train + ": training sets of at most " + least * classes.size()
                    + " samples are allowed with --training balanced, since the smallest class has " + least);
        }
    }

    private void give(SamplesOptions.Named named, KeptSets kept) throws IOException {
        List<LearnedSet> sets = kept.sets();
        kept.write(named.name(), words(sets), out.without(arguments()), number);
        if (json) {
            ObjectNode node = Json.object();
            node.put("data", named.name());
            node.put("fit", learning.fit().toString());
            network.write(node.putObject("network"));
            ArrayNode all = node.putArray("sets");
            sets.forEach(set -> all.add(set.write()));
            System.out.println(Json.print(node));
        } else {
            System.out.println(named.name() + "; perceptron " + words(sets));
            System.out.println(LearningText.text(sets));
        }
    }

    private String words(List<LearnedSet> sets) {
        Perceptron perceptron = network.network();
        String layers = perceptron.layers().stream().map(Object::toString).collect(Collectors.joining("-"));
        return layers + " " + network.activationName()
                + (perceptron.biasScale() > 0 ? ", biases " + perceptron.biasScale() : "")
                + (learning.fit().equals(Fit.RIGHT) ? "" : ", " + learning.fit())
                + ", " + sets.size() + (learning.balanced() ? " balanced" : "")
                + (sets.size() == 1 ? " training set" : " training sets");
    }
}
