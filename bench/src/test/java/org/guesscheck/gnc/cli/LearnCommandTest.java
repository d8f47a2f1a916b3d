package org.guesscheck.gnc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.guesscheck.gnc.terminal.Interruption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** gnc learn as its users meet it. */
class LearnCommandTest {
    private static final String MOONS = "learn --generate moons:0.2 --pool 60 --layers 4,2 --bias 1 ";
    private static final String REJECTION = MOONS + "--sampler rejection --draws 4000 --networks 20 ";
    private static final String SPLITTING = MOONS + "--particles 32 --sweeps 3 --replicas 4 ";

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--layers 2 --samples 4|--data FILE --labels FILE, or --generate NAME:X,...: one of them is needed",
                "--generate moons:0.2 --data x.npy --layers 2 --samples 4|one of them is needed",
                "--generate moons:0.2 --layers 2|Missing required option: '--samples=N,...'",
                "--generate moons:0.2 --samples 2|Missing required option: '--layers=N'",
                "--generate moons:0.2 --labels y.npy --layers 2 --samples 4|--labels: allowed only with --data",
                "--generate moons:0.2 --classes 0,1 --layers 2 --samples 4|--classes: allowed only with --data",
                "--generate moons:0.2 --divide 2 --layers 2 --samples 4|--divide: allowed only with --data",
                "--data x.npy --pool 9 --layers 2 --samples 4|--pool: allowed only with --generate",
                "--data x.npy --layers 2 --samples 4|--labels: missing",
                "--data no-x.npy --labels no-y.npy --layers 2 --samples 4|no-y.npy: there is no such file",
                "--generate moon:1 --layers 2 --samples 4|--generate moon:1: parity:BITS,RELEVANT, moons:NOISE",
                "--generate moons:a --layers 2 --samples 4|--generate moons:a: parity:BITS,RELEVANT, moons:NOISE",
                "--generate parity:4.5,2 --layers 2 --samples 4|--generate parity:4.5,2: parity:BITS,RELEVANT",
                "--generate moons:-1 --layers 2 --samples 4|--generate moons:-1: noise: -1.0; 0 to 1e12 is allowed",
                "--generate kink --layers 2 --samples 4|--generate kink: parity:BITS,RELEVANT",
                "--generate kink:-1 --layers 2 --samples 4|--generate kink:-1: margin: -1.0; 0 to 1e12 is allowed",
                "--generate slab:4 --layers 2 --samples 4|--generate slab:4: parity:BITS,RELEVANT, moons:NOISE,"
                        + " kink:MARGIN, slab:SLABS,MARGIN,",
                "--generate slab:1.5,0 --layers 2 --samples 4|--generate slab:1.5,0: parity:BITS,RELEVANT",
                "--generate slab:1,0 --layers 2 --samples 4|--generate slab:1,0: slabs: 1; 2 to 1000 is allowed",
                "--generate slab:4,0.5 --layers 2 --samples 4|--generate slab:4,0.5: margin: 0.5; 0 to below 1/3 is"
                        + " allowed",
                "--generate slab:4,0.1 --pool 0 --layers 2 --samples 4|--pool 0: 1 to ",
                "--generate parity:4,5 --layers 2 --samples 4|--generate parity:4,5: relevant: 5; 1 to 4 is allowed",
                "--generate parity:4,4 --layers 2 --samples 4|--pool 2000: 1 to 16 is allowed, since samples are"
                        + " distinct",
                "--generate moons:0.2 --pool 0 --layers 2 --samples 4|--pool 0: 1 to ",
                "--generate moons:0.2 --layers 3 --samples 4|layers: 3 outputs for 2 classes; 1 or 2 outputs are"
                        + " allowed",
                "--generate moons:0.2 --layers 4,0,2 --samples 4|layers: 4,0,2; at least one layer of at least one"
                        + " unit",
                "--generate moons:0.2 --layers 2 --bias -1 --samples 4|--bias -1.0: a finite number not below 0 is"
                        + " allowed",
                "--generate moons:0.2 --layers 2 --bias NaN --samples 4|--bias NaN: a finite number not below 0 is"
                        + " allowed",
                "--generate moons:0.2 --layers 2 --activation elu --samples 4|--activation elu: allowed are relu,"
                        + " leaky-relu",
                "--generate moons:0.2 --layers 2 --negative-slope 0.1 --samples 4|--negative-slope: allowed only with",
                "--generate moons:0.2 --layers 2 --prior cauchy --samples 4|--prior cauchy: allowed are gauss, uniform",
                "--generate moons:0.2 --layers 2 --samples 0|--samples 0: whole numbers from 1 on and ranges",
                "--generate moons:0.2 --layers 2 --samples 4 --training fair|--training fair: allowed are random,"
                        + " balanced",
                "--generate moons:0.2 --pool 9 --layers 2 --samples 9|--samples 9: training sets of at most 8 samples",
                "--generate moons:0.2 --pool 9 --layers 2 --samples 4 --test 6|--test 6: 1 to 5 is allowed",
                "--generate moons:0.2 --layers 2 --samples 4 --test 0|--test 0: 1 to 1996 is allowed",
                "--generate moons:0.2 --layers 2 --samples 4 --sets 0|--sets 0: 1 to 10000 is allowed",
                "--generate moons:0.2 --layers 2 --samples 4 --sets 2e9|--sets 2000000000: 1 to 10000 is allowed",
                "--generate moons:0.2 --layers 2 --samples 4 --overwrite|--overwrite: allowed only with --out",
                "--generate moons:0.2 --layers 2 --samples 4 --out pom.xml|--out pom.xml: pom.xml is a file",
                "--generate moons:0.2 --layers 2 --samples 4 --out a --out b|option '--out' (DIR) should be specified"
                        + " only once",
                "--generate moons:0.2 --layers 2 --samples 4 --fit wrong|--fit wrong: right, margin:M, logistic:X,",
                "--generate moons:0.2 --layers 2 --samples 4 --fit margin:x|--fit margin:x: a number is needed behind",
                "--generate moons:0.2 --layers 2 --samples 4 --fit margin:-1|--fit margin:-1: 0 or a larger finite"
                        + " number is allowed behind the colon",
                "--generate moons:0.2 --layers 2 --samples 4 --fit square:0|--fit square:0: a finite number above 0 is"
                        + " allowed behind the colon",
                "--generate moons:0.2 --layers 2 --samples 4 --sampler gibbs|--sampler gibbs: allowed are splitting,"
                        + " rejection",
                "--generate moons:0.2 --layers 2 --samples 4 --draws 9|--draws: allowed only with --sampler rejection",
                "--generate moons:0.2 --layers 2 --samples 4 --networks 9|--networks: allowed only with --sampler"
                        + " rejection",
                "--generate moons:0.2 --layers 2 --samples 4 --sampler rejection --draws 0|draws: 0; at least 1 is"
                        + " allowed",
                "--generate moons:0.2 --layers 2 --samples 4 --sampler rejection --sweeps 3|--sweeps: allowed only with"
                        + " --sampler splitting",
                "--generate moons:0.2 --layers 2 --samples 4 --particles 17|particles: 17; a multiple of 16 up to"
                        + " 1048576",
                "--generate moons:0.2 --layers 2 --samples 4 --sweeps 0|sweeps: 0; 1 to 10000 is allowed",
                "--generate moons:0.2 --layers 2 --samples 4 --replicas 5000|replicas: 5000; 1 to 4096 is allowed",
                "--generate moons:0.2 --layers 2 --samples 4 --rel-error 0|--rel-error 0.0: a number above 0 and below"
                        + " 1",
                "--generate moons:0.2 --layers 2 --samples 4 --threads 0|--threads 0: 1 to 1024 is allowed",
                "--generate moons:0.2 --layers 2 --samples 4 --backend gpu|--backend gpu: allowed are auto"
            })
    void badInputIsOneSentence(String options, String sentence) {
        String said = Left.refused("learn " + options);
        assertTrue(said.contains(sentence), said);
        assertFalse(said.contains("java."), said);
    }

    @Test
    void balancedSetsNeedEnoughOfEveryClass() throws IOException {
        Path x = Files.writeString(directory.resolve("x.csv"), "1\n2\n3\n4\n5\n6\n7\n");
        Path y = Files.writeString(directory.resolve("y.csv"), "3\n3\n3\n3\n3\n8\n8\n");
        String learn =
                "learn --data " + x + " --labels " + y + " --layers 2 --replicas 4 --training balanced --samples ";
        Left left = Left.by(learn + "4");
        assertEquals(0, left.code(), left.err());
        assertTrue(left.out().contains("1 balanced training set"), left.out());
        String said = Left.refused(learn + "5");
        assertTrue(
                said.contains("--samples 5: training sets of at most 4 samples are allowed with --training balanced,"
                        + " since the smallest class has 2"),
                said);
    }

    @Test
    void whatDoesNotFitMakesNoDirectory() {
        Path out = directory.resolve("none");
        Left.refused("learn --generate moons:0.2 --layers 3 --samples 4 --out " + out);
        assertFalse(Files.exists(out));
    }

    @Test
    void textHasALineForEachTestedNumber() {
        Left left = Left.by(REJECTION + "--samples 1,3,4 --sets 2");
        assertEquals(0, left.code(), left.err());
        List<String> lines = left.out().lines().toList();
        assertEquals("moons:0.2; perceptron 4-2 relu, biases 1.0, 2 training sets", lines.get(0));
        assertTrue(lines.get(1).startsWith("rejection: 8.00e+03 networks drawn in "), left.out());
        assertTrue(lines.get(2).startsWith(" samples  log2 p "), left.out());
        assertTrue(lines.get(3).matches("   prior  0 {29}0\\.[4-6].*"), left.out());
        assertTrue(lines.get(4).startsWith("       1  -"), left.out());
        assertTrue(lines.get(5).startsWith("       3  -"), left.out());
        assertTrue(lines.get(6).startsWith("       4  "), left.out());
        assertEquals("means over 2 training sets with 95% intervals", lines.get(7));
        assertTrue(left.out().contains("digest set 1: sha256:"), left.out());
    }

    /** A sample with a margin has a smaller loss as well, and fewer networks have larger margins. */
    @Test
    void strongerFitsAreRarer() {
        String question = REJECTION + "--samples 3 --seed 2 --json --fit ";
        double before = 1;
        for (String fit : List.of("right", "margin:0.5", "logistic:0.4", "hinge:0.1")) {
            JsonNode node = Left.by(question + fit).json();
            double p = node.path("sets")
                    .path(0)
                    .path("points")
                    .path(2)
                    .path("probability")
                    .path("estimate")
                    .doubleValue();
            assertTrue(p > 0 && p < before, fit + ": " + p);
            before = p;
        }
        assertEquals(
                "margin above 0.5",
                Left.by(question + "margin:0.5").json().path("fit").asText());
    }

    @Test
    void nothingAcceptedIsABound() {
        Left left = Left.by(
                "learn --generate parity:6,6 --pool 64 --layers 1 --samples 20 --sampler rejection --draws 100");
        assertEquals(0, left.code(), left.err());
        assertTrue(left.out().lines().anyMatch(line -> line.startsWith("      20  below -")), left.out());
        assertTrue(left.out().contains("NOT TRUSTWORTHY: "), left.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {REJECTION, SPLITTING})
    void jsonHasAllFieldsAndNoBitDependsOnTheMachine(String line) {
        String question = line + "--samples 4 --sets 2 --seed 5 --json ";
        JsonNode node = Left.by(question + "--threads 1").json();
        assertEquals("moons:0.2", node.path("data").asText());
        assertEquals("right", node.path("fit").asText());
        JsonNode network = node.path("network");
        assertEquals("[4,2]", network.path("layers").toString());
        assertEquals("relu", network.path("activation").asText());
        assertEquals("gauss", network.path("prior").asText());
        assertEquals(1, network.path("biasScale").doubleValue());
        assertEquals(2, node.path("sets").size());
        for (int set = 0; set < 2; set++) {
            JsonNode curve = node.path("sets").path(set);
            assertEquals(5 + set, curve.path("seed").longValue());
            assertEquals(1, curve.path("threads").intValue());
            assertEquals(
                    line.equals(REJECTION) ? "rejection" : "splitting",
                    curve.path("sampler").asText());
            assertTrue(curve.path("draws").longValue() > 0
                    && curve.path("elapsedSeconds").doubleValue() > 0);
            assertTrue(curve.path("diagnostics").has("trustworthy"));
            requirePoint(0, true, curve.path("prior"));
            assertEquals(4, curve.path("points").size());
            for (int n = 1; n <= 4; n++) {
                requirePoint(n, n != 3, curve.path("points").path(n - 1));
            }
        }
        assertNotEquals(digest(node, 0), digest(node, 1));
        for (String other : List.of("--threads 2", "--threads 2 --backend scalar")) {
            JsonNode again = Left.by(question + other).json();
            assertEquals(digest(node, 0), digest(again, 0), other);
            assertEquals(digest(node, 1), digest(again, 1), other);
            assertEquals(
                    node.path("sets").path(1).path("points"),
                    again.path("sets").path(1).path("points"),
                    other);
        }
    }

    private static String digest(JsonNode node, int set) {
        return node.path("sets").path(set).path("digest").asText();
    }

    private static void requirePoint(int samples, boolean tested, JsonNode point) {
        assertEquals(samples, point.path("samples").intValue());
        JsonNode probability = point.path("probability");
        assertTrue(
                probability.path("low").doubleValue()
                                <= probability.path("estimate").doubleValue()
                        && probability.path("estimate").doubleValue()
                                <= probability.path("high").doubleValue(),
                point::toString);
        if (!tested || point.path("accepted").longValue() == 0) {
            assertTrue(point.path("accuracy").isNull(), point::toString);
            return;
        }
        JsonNode accuracy = point.path("accuracy");
        double mean = accuracy.path("mean").doubleValue();
        assertTrue(mean > 0 && mean <= 1, point::toString);
        assertTrue(accuracy.has("standardError") && accuracy.has("deviation") && accuracy.has("low"));
        assertEquals(5, accuracy.path("quantiles").size());
        assertTrue(accuracy.path("networks").longValue() > 0, point::toString);
    }

    @Test
    void filesHaveARowForEachSetAndSample() throws IOException {
        Path out = directory.resolve("a").resolve("b");
        JsonNode node = Left.by(REJECTION + "--samples 2,5 --sets 3 --json --out " + out)
                .json();
        List<String> rows = Files.readAllLines(out.resolve("curves.csv"));
        assertEquals(
                "set,samples,sampler,accepted,probability,probabilityLow,probabilityHigh,accuracy,accuracyLow,"
                    + "accuracyHigh,accuracyDeviation,networks,descentAccuracy,descentLow,descentHigh,descentReached,descentRuns,trustworthy,digest",
                rows.getFirst());
        assertEquals(1 + 3 * 6, rows.size());
        for (int i = 0; i < 18; i++) {
            String[] row = rows.get(i + 1).split(",", -1);
            JsonNode curve = node.path("sets").path(i / 6);
            JsonNode point =
                    i % 6 == 0 ? curve.path("prior") : curve.path("points").path(i % 6 - 1);
            assertEquals(19, row.length);
            assertEquals(i / 6, Integer.parseInt(row[0]));
            assertEquals(i % 6, Integer.parseInt(row[1]));
            assertEquals("rejection", row[2]);
            assertEquals(point.path("accepted").longValue(), Long.parseLong(row[3]));
            assertEquals(point.path("probability").path("estimate").doubleValue(), Double.parseDouble(row[4]));
            JsonNode accuracy = point.path("accuracy");
            assertEquals(accuracy.isNull() ? "" : accuracy.path("mean").asText(), row[7]);
            assertEquals(accuracy.isNull() ? "" : accuracy.path("networks").asText(), row[11]);
            assertEquals(curve.path("digest").asText(), row[18]);
        }
        for (String name : List.of("figure.png", "figure.svg", "figure.pdf")) {
            assertTrue(Files.size(out.resolve(name)) > 500, name);
        }
        String said = Left.refused(REJECTION + "--samples 2 --out " + out);
        assertTrue(said.contains("sets.jsonl: is of another question (trainingSamples is 5 there and 2 here)"), said);
        assertEquals(rows, Files.readAllLines(out.resolve("curves.csv")));
        assertEquals(
                0, Left.by(REJECTION + "--samples 2 --overwrite --out " + out).code());
        assertEquals(1 + 3, Files.readAllLines(out.resolve("curves.csv")).size());
    }

    @Test
    void ownSamplesAreReadAndOneClassIsSaid() throws IOException {
        Path features = directory.resolve("x.csv");
        Path labels = directory.resolve("y.csv");
        Files.write(
                features, IntStream.range(0, 20).mapToObj(i -> i + "," + i * i).toList());
        Files.write(
                labels, IntStream.range(0, 20).mapToObj(i -> i < 19 ? "3" : "8").toList());
        String line = "learn --data " + features + " --labels " + labels
                + " --divide 10 --layers 3,2 --samples 4 --sampler rejection --draws 1000 --seed ";
        // Of the seeds, at least one draws the lone sample of class 8 for the training set, and one does not.
        List<String> printed = IntStream.range(0, 12)
                .mapToObj(seed -> Left.by(line + seed).out())
                .toList();
        assertTrue(printed.getFirst().startsWith("x.csv, labels 3 against 8; perceptron 3-2 relu"), printed.getFirst());
        long notes = printed.stream()
                .filter(out -> out.contains("note: all 4 training samples are of one class"))
                .count();
        assertTrue(notes > 0 && notes < 12, "notes: " + notes);
    }

    @Test
    void anInterruptionBeforeTheFirstSetIsSaid() {
        Interruption interruption = new Interruption();
        interruption.request();
        Left left = Left.by(interruption, SPLITTING + "--samples 4 --sets 2");
        assertEquals(130, left.code(), left.err());
        assertEquals("", left.out());
        assertTrue(left.err().contains("gnc: interrupted; 0 of 2 training sets are finished"), left.err());
    }
}
