package org.guesscheck.gnc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.guesscheck.gnc.figure.Fonts;
import org.guesscheck.gnc.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** gnc learn: learning curves, their files, and input that does not fit. */
class LearnCommandTest {
    private static final String MIXTURE = "learn --generate mixture:5,2,3 --layers 6,2 --samples 6 --test 60 ";
    private static final String SPLIT = MIXTURE + "--particles 64 --replicas 5 --sweeps 3 ";
    private static final String GUESS = MIXTURE + "--sampler rejection --draws 20000 --networks 50 ";

    @TempDir
    Path directory;

    private static JsonNode json(String line) {
        return Json.parse(printed(line + "--json"), "standard output");
    }

    private static String printed(String line) {
        Left left = Left.by(line);
        assertEquals(0, left.code(), left.err());
        return left.out();
    }

    @Test
    void theSameCurveOnAllBackendsAndThreads() {
        for (String method : List.of(SPLIT, GUESS)) {
            Set<String> digests = new HashSet<>();
            for (String options : List.of("--threads 1 ", "--threads 2 ", "--backend scalar ")) {
                JsonNode set = json(method + options).get("sets").get(0);
                digests.add(set.get("digest").textValue());
                assertEquals(6, set.get("points").size());
            }
            assertEquals(1, digests.size(), digests::toString);
        }
    }

    @Test
    void jsonHasWhatTheTextSays() {
        JsonNode all = json(GUESS + "--sets 2 --descend 20 --epochs 50 ");
        assertEquals("mixture:5,2,3", all.get("data").textValue());
        assertEquals(2, all.get("sets").size());
        JsonNode set = all.get("sets").get(1);
        assertEquals("rejection", set.get("sampler").textValue());
        assertEquals(20_000, set.get("draws").longValue());
        JsonNode first = set.get("points").get(0);
        assertEquals(1, first.get("samples").intValue());
        double p = first.get("probability").get("estimate").doubleValue();
        assertEquals(first.get("accepted").doubleValue() / 20_000, p);
        assertTrue(p > 0.3 && p < 0.6, () -> first.toString());
        // Powers of two, and the last number.
        assertTrue(set.get("points").get(2).get("accuracy").isNull());
        JsonNode accuracy = set.get("points").get(5).get("accuracy");
        assertTrue(accuracy.get("low").doubleValue() <= accuracy.get("mean").doubleValue());
        assertTrue(accuracy.get("networks").intValue() > 0
                && accuracy.get("networks").intValue() <= 50);
        JsonNode trained = set.get("descent").get("points");
        assertEquals(4, trained.size());
        assertEquals(20, trained.get(3).get("runs").intValue());
        int reached = trained.get(3).get("reached").intValue();
        assertTrue(reached > 0 && reached <= 20, trained::toString);
        String text = printed(GUESS + "--sets 2 --descend 20 --epochs 50 ");
        assertTrue(text.startsWith("mixture:5,2,3; perceptron 6-2 relu, 2 training sets"), text);
        assertTrue(text.contains(" of 40 without error"), text);
        assertTrue(text.contains("digest set 1: " + set.get("digest").textValue()), text);
    }

    @Test
    void filesHaveALineForEverySetAndNumberOfSamples() throws IOException {
        Path out = directory.resolve("curves");
        printed(SPLIT + "--sets 2 --out " + out);
        List<String> lines = Files.readAllLines(out.resolve("curves.csv"));
        assertEquals(1 + 2 * 6, lines.size());
        int columns = lines.getFirst().split(",", -1).length;
        assertTrue(lines.stream().allMatch(line -> line.split(",", -1).length == columns), lines::toString);
        assertTrue(lines.get(6).startsWith("0,6,splitting,"), lines.get(6));
        assertEquals(Fonts.whyNot().isEmpty(), Files.exists(out.resolve("figure.png")));
        assertTrue(Left.refused(SPLIT + "--out " + out)
                .contains("curves.csv: is of finished curves; another --out keeps it"));
        printed(SPLIT + "--overwrite --out " + out);
        assertEquals(1 + 6, Files.readAllLines(out.resolve("curves.csv")).size());
    }

    @Test
    void filesAreReadAsGeneratedSamplesAre() throws IOException {
        Path data = Files.writeString(directory.resolve("x.csv"), "a,b\n1,2\n3,4\n-1,-2\n-3,-1\n2,5\n-2,-2\n");
        Path labels = Files.writeString(directory.resolve("y.csv"), "7\n7\n0\n0\n7\n0\n");
        String read = "learn --data " + data + " --labels " + labels + " --layers 3,1 --bias 0.5 --samples 4 --sampler"
                + " rejection --draws 2000 ";
        String text = printed(read);
        assertTrue(text.startsWith("x.csv, labels 0 against 7; perceptron 3-1 relu, biases 0.5"), text);
        assertTrue(Left.refused(read + "--classes 7,1").contains("--classes: 1: no sample in "));
        assertTrue(Left.refused(read + "--pool 9").contains("--pool: allowed only with --generate"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--sets 0|--sets 0: 1 to 10000 is allowed",
                "--samples 0|--samples 0: whole numbers from 1 on and ranges",
                "--samples 4..2|--samples 4..2: whole numbers from 1 on and ranges",
                "--samples 2000|--samples 2000: training sets of at most 1999 samples are allowed",
                "--samples 4 --test 0|--test 0: 1 to 1996 is allowed",
                "--samples 4 --layers 3,3|layers: 3 outputs for 2 classes; 1 or 2 outputs are allowed",
                "--samples 4 --layers 3,0|layers: 3,0; at least one layer of at least one unit is allowed",
                "--samples 4 --bias -1|--bias -1.0: a finite number not below 0 is allowed",
                "--samples 4 --activation sine|--activation sine: allowed are relu, leaky-relu, tanh, linear",
                "--samples 4 --negative-slope 0.1|--negative-slope: allowed only with --activation leaky-relu",
                "--samples 4 --prior cauchy|--prior cauchy: allowed are gauss, uniform",
                "--samples 4 --sampler auto|--sampler auto: allowed are splitting, rejection",
                "--samples 4 --draws 9|--draws: allowed only with --sampler rejection",
                "--samples 4 --sampler rejection --replicas 9|--replicas: allowed only with --sampler splitting",
                "--samples 4 --particles 17|particles: 17; a multiple of 16 up to 1048576 is allowed",
                "--samples 4 --rel-error 1|--rel-error 1.0: a number above 0 and below 1 is allowed",
                "--samples 4 --epochs 9|--epochs: allowed only with --descend",
                "--samples 4 --descend 0|runs: 0; 1 to 1000000 is allowed",
                "--samples 4 --descend 9 --loss hinge|--loss hinge: allowed are logistic, square",
                "--samples 4 --generate moons|--generate moons: parity:BITS,RELEVANT, moons:NOISE",
                "--samples 4 --generate parity:2.5,1|--generate parity:2.5,1: parity:BITS,RELEVANT",
                "--samples 4 --data x.npy|--data FILE --labels FILE, or --generate NAME:X,...: one of them is needed",
                "--samples 4 --classes 0,1|--classes: allowed only with --data"
            })
    void badInputIsOneSentence(String options, String sentence) {
        String base = options.contains("--generate") ? "" : "--generate mixture:5,2,3 ";
        String layers = options.contains("--layers") ? "" : "--layers 6,2 ";
        String samples = options.contains("--samples") ? "" : "--samples 4 ";
        String said = Left.refused("learn " + base + layers + samples + options);
        assertTrue(said.contains(sentence), said);
        assertFalse(said.contains("Exception"), said);
    }
}
