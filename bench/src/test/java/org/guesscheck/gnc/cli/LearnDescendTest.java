package org.guesscheck.gnc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** gnc learn with gradient descent beside. */
class LearnDescendTest {
    private static final String LEARN =
            "learn --generate mixture:5,2,3 --layers 6,2 --test 60 --sampler rejection --draws 20000 --networks 50 ";

    @TempDir
    Path directory;

    private static Left done(String line) {
        Left left = Left.by(line);
        assertEquals(0, left.code(), left.err());
        return left;
    }

    @Test
    void textJsonAndTableSayTheSame() throws IOException {
        String line = LEARN + "--samples 6 --sets 2 --descend 20 --epochs 50 ";
        JsonNode set = done(line + "--json").json().get("sets").get(1);
        JsonNode trained = set.get("descent").get("points");
        assertEquals(4, trained.size());
        assertEquals(20, trained.get(3).get("runs").intValue());
        int reached = trained.get(3).get("reached").intValue();
        assertTrue(reached > 0 && reached <= 20, trained::toString);
        JsonNode accuracy = trained.get(3).get("accuracy");
        assertEquals(reached, accuracy.get("networks").intValue());
        assertTrue(accuracy.get("mean").doubleValue() > 0.5, accuracy::toString);
        Path out = directory.resolve("curves");
        String text = done(line + "--out " + out).out();
        assertTrue(text.contains(" of 40 fit"), text);
        List<String> rows = Files.readAllLines(out.resolve("curves.csv"));
        List<String> names = List.of(rows.getFirst().split(",", -1));
        String[] last = rows.getLast().split(",", -1);
        assertEquals(Integer.toString(reached), last[names.indexOf("descentReached")]);
        assertEquals("20", last[names.indexOf("descentRuns")]);
        assertEquals(accuracy.get("mean").doubleValue(), Double.parseDouble(last[names.indexOf("descentAccuracy")]));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--epochs 9|--epochs: allowed only with --descend",
                "--optimizer gd|--optimizer: allowed only with --descend",
                "--descend 0|runs: 0; 1 to 1000000 is allowed",
                "--descend 9 --batch 0|batch: 0; at least 1 is allowed",
                "--descend 9 --learning-rate 0|learningRate: 0.0; a finite number above 0 is allowed",
                "--descend 9 --optimizer adam --momentum 0.5|momentum: 0.5; with the optimizer ADAM 0 is allowed",
                "--descend 9 --optimizer sgd|--optimizer sgd: allowed are group-rmsprop, gd, adam",
                "--descend 9 --loss absolute|--loss absolute: allowed are logistic, square, hinge"
            })
    void badInputIsOneSentence(String options, String sentence) {
        String said = Left.refused(LEARN + "--samples 4 " + options);
        assertTrue(said.contains(sentence), said);
    }
}
