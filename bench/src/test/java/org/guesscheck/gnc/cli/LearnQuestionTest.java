package org.guesscheck.gnc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.guesscheck.gnc.terminal.Interruption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import picocli.CommandLine;

/** Which options of gnc learn are part of the question, so that finished sets are not taken for those of another one. */
class LearnQuestionTest {
    private static final String MOONS =
            "--generate moons:0.2 --pool 60 --layers 4,2 --activation leaky-relu --negative-slope 0.1 --bias 1 --prior"
                    + " gauss --samples 4 --test 20 --seed 5 ";

    private static final String SPLITTING = MOONS
            + "--training random --fit right --weights 4 --sampler splitting --particles 32 --sweeps 3 --replicas 4"
            + " --rel-error 0.1 --descend 16 --optimizer gd --learning-rate 0.5 --momentum 0.5 --batch 4 --epochs 50"
            + " --loss logistic ";

    private static final String REJECTION = MOONS + "--sampler rejection --draws 4000 --networks 20 ";

    private static final String FILES =
            "--data DIR/x.csv --labels DIR/y.csv --classes 3,8 --divide 10 --layers 3,2 --samples 4 ";

    /** A question, an option of it, a change of its value, and the field that tells. */
    private record Case(String question, String option, String before, String after, String field) {}

    private static final List<Case> CASES = List.of(
            new Case(SPLITTING, "--generate", "moons:0.2", "moons:0.3", "data.name is \"moons:0.2\" there"),
            new Case(SPLITTING, "--pool", "60", "61", "data.samples is 60 there and 61 here"),
            new Case(SPLITTING, "--layers", "4,2", "5,2", "network.layers is [4,2] there and [5,2] here"),
            new Case(SPLITTING, "--activation", "leaky-relu --negative-slope 0.1", "tanh", "network.activation is"),
            new Case(SPLITTING, "--negative-slope", "0.1", "0.3", "network.negativeSlope is 0.1 there and 0.3 here"),
            new Case(SPLITTING, "--bias", "1", "2", "network.biasScale is 1.0 there and 2.0 here"),
            new Case(SPLITTING, "--prior", "gauss", "uniform", "network.prior is"),
            new Case(SPLITTING, "--samples", "4", "3,4", "guessAndCheck.testedAt is [0,1,2,4] there and [0,3,4] here"),
            new Case(SPLITTING, "--test", "20", "21", "testSamples is 20 there and 21 here"),
            new Case(SPLITTING, "--training", "random", "balanced", "training is \"random\" there"),
            new Case(SPLITTING, "--fit", "right", "margin:0.1", "fit is \"right\" there"),
            new Case(SPLITTING, "--weights", "4", "5", "weights is 4 there and 5 here"),
            new Case(SPLITTING, "--seed", "5", "6", "seed is 5 there and 6 here"),
            new Case(
                    REJECTION,
                    "--sampler",
                    "rejection --draws 4000 --networks 20",
                    "splitting",
                    "guessAndCheck.sampler"),
            new Case(SPLITTING, "--particles", "32", "48", "guessAndCheck.particles is 32 there and 48 here"),
            new Case(SPLITTING, "--sweeps", "3", "4", "guessAndCheck.sweeps is 3 there and 4 here"),
            new Case(SPLITTING, "--replicas", "4", "5", "guessAndCheck.replicas is 4 there and 5 here"),
            new Case(SPLITTING, "--rel-error", "0.1", "0.2", "guessAndCheck.relativeError is 0.1 there and 0.2 here"),
            new Case(SPLITTING, "--descend", "16", "32", "gradientDescent.runs is 16 there and 32 here"),
            new Case(SPLITTING, "--optimizer", "gd", "group-rmsprop", "gradientDescent.optimizer is"),
            new Case(SPLITTING, "--learning-rate", "0.5", "0.6", "gradientDescent.learningRate is 0.5 there"),
            new Case(SPLITTING, "--momentum", "0.5", "0.6", "gradientDescent.momentum is 0.5 there and 0.6 here"),
            new Case(SPLITTING, "--batch", "4", "5", "gradientDescent.batch is 4 there and 5 here"),
            new Case(SPLITTING, "--epochs", "50", "51", "gradientDescent.epochs is 50 there and 51 here"),
            new Case(SPLITTING, "--loss", "logistic", "square", "gradientDescent.loss is"),
            new Case(REJECTION, "--draws", "4000", "4001", "guessAndCheck.draws is 4000 there and 4001 here"),
            new Case(REJECTION, "--networks", "20", "21", "guessAndCheck.networks is 20 there and 21 here"),
            new Case(FILES, "--data", "DIR/x.csv", "DIR/other.csv", "data.name is \"x.csv, labels 3 against 8\" there"),
            new Case(FILES, "--labels", "DIR/y.csv", "DIR/z.csv", "data.digest is"),
            new Case(FILES, "--classes", "3,8", "8,3", "data.name is \"x.csv, labels 3 against 8\" there"),
            new Case(FILES, "--divide", "10", "20", "data.digest is"));

    /** More sets belong to the same question; threads and backend change no bit; the others are about files and printing. */
    private static final Set<String> NOT_OF_THE_QUESTION = Set.of(
            "--preset",
            "--sets",
            "--threads",
            "--backend",
            "--master",
            "--tasks",
            "--out",
            "--resume",
            "--overwrite",
            "--json",
            "--progress",
            "--debug",
            "--help",
            "--version");

    @TempDir
    private Path directory;

    private void writeFiles() throws IOException {
        write("x.csv", IntStream.range(0, 20).map(i -> i * i));
        write("same.csv", IntStream.range(0, 20).map(i -> i * i));
        write("other.csv", IntStream.range(0, 20).map(i -> i * i + 1));
        write("y.csv", IntStream.range(0, 20).map(i -> i < 10 ? 3 : 8));
        write("z.csv", IntStream.range(0, 20).map(i -> i < 9 ? 3 : 8));
    }

    private void write(String name, IntStream numbers) throws IOException {
        Files.write(directory.resolve(name), numbers.mapToObj(Integer::toString).toList());
    }

    private String line(String question) {
        return "learn " + question.replace("DIR", directory.toString()) + "--out " + directory.resolve("out");
    }

    /** Writes the head alone. */
    private void begin(String question) {
        Interruption interruption = new Interruption();
        interruption.request();
        Left left = Left.by(interruption, line(question));
        assertEquals(130, left.code(), left.err());
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void anotherQuestionIsRefused(Case change) throws IOException {
        writeFiles();
        begin(change.question);
        String before = change.option + " " + change.before + " ";
        assertTrue(change.question.contains(before), change.question);
        String other = change.question.replace(before, change.option + " " + change.after + " ");
        String said = Left.refused(line(other) + " --resume");
        assertTrue(said.contains("sets.jsonl: is of another question (" + change.field), said);
    }

    @Test
    void everyOptionIsPartOfTheQuestionOrIsNot() {
        Set<String> known = new TreeSet<>(NOT_OF_THE_QUESTION);
        CASES.forEach(change -> known.add(change.option));
        Set<String> options = new TreeSet<>();
        new CommandLine(new Gnc(new Interruption()))
                .getSubcommands()
                .get("learn")
                .getCommandSpec()
                .options()
                .forEach(option -> options.add(option.longestName()));
        assertEquals(known, options);
    }

    @Test
    void otherWordsForTheSameQuestionGoOn() throws IOException {
        writeFiles();
        begin(FILES);
        for (String same : List.of(
                FILES.replace("--samples 4", "--samples 1,2,4"),
                FILES + "--replicas 16 --particles 1024 --sampler splitting --activation relu --bias 0 ",
                FILES.replace("x.csv", "same.csv") + "--sets 7 --threads 1 --backend scalar ")) {
            Interruption interruption = new Interruption();
            interruption.request();
            Left left = Left.by(interruption, line(same) + " --resume");
            assertEquals(130, left.code(), left.err());
            assertTrue(left.err().contains("going on: 0 of "), left.err());
        }
    }
}
