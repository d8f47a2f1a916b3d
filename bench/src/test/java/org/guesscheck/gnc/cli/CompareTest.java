package org.guesscheck.gnc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.terminal.Interruption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** gnc compare as its users meet it. */
class CompareTest {
    private static final String SMALL =
            "compare --eps 0.1 --draws 50000 --sampler rejection --runs 30 --prior-draws 200"
                    + " --epochs 300 --lr 1e-2 --init-scale 1 --threads 2";

    @TempDir
    Path directory;

    private record Said(int code, String out, String err) {}

    private static Said said(String line, String... more) {
        return said(new Interruption(), line, more);
    }

    private static Said said(Interruption interruption, String line, String... more) {
        List<String> words = new ArrayList<>(List.of(line.split(" ")));
        words.addAll(List.of(more));
        PrintStream before = System.out;
        PrintStream errBefore = System.err;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            int code = Gnc.execute(interruption, words.toArray(String[]::new));
            return new Said(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(before);
            System.setErr(errBefore);
        }
    }

    @Test
    void jsonHasAllPartsAndDistances() {
        Said said = said(SMALL, "--json");
        assertEquals(0, said.code, said.err);
        ObjectNode json = Json.parse(said.out, "output");
        for (String part : List.of("prior", "guessAndCheck", "descentAtEps", "descentAtEnd")) {
            JsonNode loss = json.at("/" + part + "/generalizationLoss");
            assertTrue(loss.get("low").doubleValue() < loss.get("mean").doubleValue(), part);
            assertTrue(loss.get("mean").doubleValue() < loss.get("high").doubleValue(), part);
            assertEquals(5, loss.get("quantiles").size());
            JsonNode mean = json.at("/" + part + "/meanPredicted");
            assertEquals(5, mean.get("matrix").size());
            assertEquals(5, mean.get("matrix").get(0).size());
            assertTrue(mean.get("distanceToGroundTruth").doubleValue() > 0);
        }
        assertEquals(200, json.at("/prior/sample").intValue());
        assertEquals(30, json.at("/descentAtEps/runs").intValue());
        assertEquals("rejection", json.at("/guessAndCheck/posterior/sampler").textValue());
        for (String distance : List.of("kolmogorovSmirnov", "wasserstein1")) {
            JsonNode all = json.get("distances").get(distance);
            assertEquals(3, all.size());
            JsonNode one = all.get("guessAndCheck/descentAtEps");
            double estimate = one.get("estimate").doubleValue();
            assertTrue(one.get("low").doubleValue() <= estimate
                    && estimate <= one.get("high").doubleValue());
            assertTrue(one.get("sameLaw").doubleValue() > 0);
        }
        assertEquals(
                json.get("digest"),
                Json.parse(
                                said(SMALL.replace("--threads 2", "--threads 1"), "--backend", "scalar", "--json").out,
                                "output")
                        .get("digest"));
    }

    @Test
    void filesAppearInTheFormatOfTheirNames() throws IOException {
        Path csv = directory.resolve("compare.csv");
        for (String format : List.of("png", "svg", "pdf")) {
            Path figure = directory.resolve("compare." + format);
            assertEquals(0, said(SMALL, "--figure", figure.toString(), "--csv", csv.toString()).code);
            byte[] start = Files.readAllBytes(figure);
            String mark = new String(start, 0, 5, StandardCharsets.ISO_8859_1);
            assertTrue(mark.contains("PNG") || mark.equals("%PDF-") || mark.equals("<?xml"), mark);
        }
        List<String> lines = Files.readAllLines(csv);
        assertEquals("part,row,from,to,value", lines.getFirst());
        double[] sums = new double[1];
        lines.stream()
                .filter(line -> line.startsWith("guessAndCheck,bin"))
                .forEach(line -> sums[0] += Double.parseDouble(line.split(",")[4]));
        assertEquals(1, sums[0], 1e-9);
        assertEquals(
                20, lines.stream().filter(line -> line.contains(",quantile,")).count());
    }

    @Test
    void textNamesPartsAndDistances() {
        Said said = said(SMALL);
        assertEquals(0, said.code, said.err);
        for (String part : List.of(
                "prior",
                "guess and check, eps 0.1",
                "gradient descent, first loss below 0.1",
                "gradient descent, all epochs",
                "Kolmogorov-Smirnov",
                "Wasserstein-1",
                "runs of gradient descent got below 0.1",
                "digest sha256:")) {
            assertTrue(said.out.contains(part), part + " in " + said.out);
        }
        assertFalse(said.out.contains("NaN"));
    }

    /** Nothing accepted and no run there: unknown, and never a made-up number. */
    @Test
    void whatIsEmptyIsSaidToBeUnknown() {
        String line = SMALL.replace("--eps 0.1", "--eps 1e-9").replace("--epochs 300", "--epochs 3");
        Said said = said(line);
        assertEquals(0, said.code, said.err);
        assertTrue(said.out.contains("unknown") && said.out.contains("0 of 30 runs"), said.out);
        assertFalse(said.out.contains("NaN"));
        ObjectNode json = Json.parse(said(line, "--json").out, "output");
        assertTrue(json.at("/guessAndCheck/generalizationLoss").isNull());
        assertEquals(0, json.at("/distances/kolmogorovSmirnov").size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "compare --eps 0.1,0.2|eps: 2 thresholds; one is allowed",
                "compare --eps 0|eps: 0.0; a finite number above 0",
                "compare --eps 0.1 --runs 0|runs: 0; at least 1 is allowed",
                "compare --eps 0.1 --prior-draws 0|prior draws: 0; 1 to 1048576 is allowed",
                "compare --eps 0.1 --stop-at 0.1|--stop-at: not allowed here",
                "compare --eps 0.1 --lr 0|--lr 0.0: a finite number above 0 is allowed",
                "compare --eps 0.1 --batch 16|--batch 16: 1 to 15 is allowed",
                "compare --eps 0.1 --figure x.gif|--figure x.gif: a name that ends in .png, .svg or .pdf is needed",
                "compare --eps 0.1 --csv src|--csv src: this is a directory",
                "compare --eps 0.1 --sampler conditional --normalize|sampler: conditional needs a Gaussian prior"
            })
    void oneSentenceSaysWhatIsWrong(String line, String part) {
        Said said = said(line);
        assertEquals(2, said.code, said.err);
        assertEquals(1, said.err.strip().lines().count(), said.err);
        assertTrue(said.err.contains(part), said.err);
    }

    @Test
    void anInterruptionEndsIt() {
        Interruption interruption = new Interruption();
        interruption.request();
        Path csv = directory.resolve("none.csv");
        Said said = said(interruption, SMALL, "--csv", csv.toString());
        assertEquals(130, said.code);
        assertFalse(Files.exists(csv));
    }
}
