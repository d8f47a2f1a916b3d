package org.guesscheck.gnc.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Sweeps of other axes than widths and depths, and of two at once, from the command line to the files. */
class TwoAxesTest {
    private static final String SMALL =
            " --trials 2 --draws 2e4 --rel-error 0 --sampler rejection --epochs 50 --lr 0.01"
                    + " --init-scale 0.1 --backend scalar --threads 2 --out ";

    /** Rows of a cell in estimates.csv: guess and check, prior, gradient descent and four baselines. */
    private static final int ROWS = 7;

    private static final String MAP = "sweep quick --axis width=3,4,6 --axis eps=0.05..0.15:0.05" + SMALL;

    /** Of estimates.csv, which is wall-clock time. */
    private static final String SECONDS = "seconds";

    @TempDir
    private Path directory;

    private static int run(String line) {
        return Gnc.execute(new Interruption(), line.split(" "));
    }

    private List<String> columns(String name, int row) throws IOException {
        return List.of(Files.readAllLines(directory.resolve(name)).get(row).split(",", -1));
    }

    private List<String> estimates() throws IOException {
        int seconds = columns("estimates.csv", 0).indexOf(SECONDS);
        List<String> rows = new ArrayList<>();
        for (String row : Files.readAllLines(directory.resolve("estimates.csv"))) {
            String[] cells = row.split(",", -1);
            cells[seconds] = "";
            rows.add(String.join(",", cells));
        }
        return rows;
    }

    @Test
    void aMapThatWasStoppedIsResumed() throws IOException {
        assertEquals(0, run(MAP + directory));
        List<String> whole = estimates();
        assertEquals(1 + 2 * 9 * ROWS, whole.size());
        assertEquals(
                List.of("width", "eps", "gnc_gen_seed=0"),
                columns("results.csv", 0).subList(0, 3));
        assertEquals(List.of("3", "0.05"), columns("results.csv", 1).subList(0, 2));
        assertEquals(List.of("3", "0.1"), columns("results.csv", 2).subList(0, 2));
        byte[] figure = Files.readAllBytes(directory.resolve("figure.svg"));
        byte[] results = Files.readAllBytes(directory.resolve("results.csv"));
        String record = Files.readString(directory.resolve("run.json"));
        Path journal = directory.resolve("journal.jsonl");
        List<String> lines = Files.readAllLines(journal);
        assertEquals(1 + 2 * 9 * 2, lines.size());
        assertEquals(
                2,
                lines.stream()
                        .filter(line -> line.contains("\"trial\":1,\"values\":[6,0.15],"))
                        .count());
        Files.writeString(journal, String.join("\n", lines.subList(0, 12)) + "\n");
        assertEquals(0, run(MAP + directory + " --resume"));
        assertEquals(whole, estimates());
        assertArrayEquals(figure, Files.readAllBytes(directory.resolve("figure.svg")));
        assertArrayEquals(results, Files.readAllBytes(directory.resolve("results.csv")));
        assertTrue(record.contains("\"axes\""), record);
        assertEquals(0, run("sweep " + directory.resolve("run.json") + " --backend scalar --out " + directory));
        assertEquals(whole, estimates(), "repeated from its record");
    }

    @Test
    void itsReportHasAllPlaces() throws IOException {
        assertEquals(0, run(MAP + directory));
        assertEquals(0, run("report " + directory));
        String page = Files.readString(directory.resolve("report.html"));
        assertTrue(page.contains("<th scope=\"row\">6</th><th scope=\"row\">0.15</th>"), "a row of both values");
        assertTrue(page.contains("widths 3, 4, 6, and thresholds 0.05, 0.1, 0.15 at depth 2"), "in words");
        assertTrue(page.contains("Medians over 2 trials against width and eps"), "the caption");
        assertFalse(page.contains("⚠ results"), page);
    }

    /** The cells of one axis are those of a sweep of it alone: seeds are functions of trial and place. */
    @Test
    void aSubsetRepeatsTheNumbersOfTheWhole() throws IOException {
        assertEquals(0, run(MAP + directory));
        List<String> whole = estimates();
        assertEquals(0, run("sweep quick --axis width=4 --axis eps=0.15 --overwrite" + SMALL + directory));
        List<String> part = estimates();
        assertEquals(1 + 2 * ROWS, part.size());
        assertTrue(whole.containsAll(part), part.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "measurements=3,7,11|width,depth,measurements,trial",
                "rank=1..3|width,depth,rank,trial",
                "rows=4,5|width,depth,rows,trial",
                "cols=4,5|width,depth,cols,trial",
                "size=4..6|width,depth,size,trial",
                "eps=0.1,0.2|width,depth,trial",
                "negative-slope=0..0.5:0.25|width,depth,negative_slope,trial",
                "depth=2,3|width,depth,trial"
            })
    void everyFieldIsAnAxis(String axis, String columns) throws IOException {
        assertEquals(0, run("sweep figure-1-leaky-relu --widths 4 --axis " + axis + SMALL + directory));
        String header = String.join(",", columns("estimates.csv", 0));
        assertTrue(header.startsWith(columns + ",method,"), header);
        String name = axis.substring(0, axis.indexOf('=')).replace('-', '_');
        assertEquals(name, columns("results.csv", 0).getFirst());
        assertTrue(Files.size(directory.resolve("figure.png")) > 1000);
    }

    @Test
    void gradientDescentMayBeLeftOut() throws IOException {
        assertEquals(
                0,
                run("sweep quick --widths 3,4 --no-descent --trials 2 --draws 2e4 --rel-error 0 --eps 0.1 --backend"
                        + " scalar --out " + directory));
        assertEquals(
                1 + 2 * 2,
                Files.readAllLines(directory.resolve("journal.jsonl")).size());
        assertEquals(
                1 + 2 * 2 * (ROWS - 1),
                Files.readAllLines(directory.resolve("estimates.csv")).size());
        assertFalse(Files.readString(directory.resolve("results.csv")).contains("gd_gen"));
        assertFalse(Files.readString(directory.resolve("figure.svg")).contains("gradient descent"));
        var record = Json.read(directory.resolve("run.json"));
        assertEquals(4, record.get("finishedCells").asInt());
        assertEquals("none", record.at("/config/descent").asText());
        assertEquals(
                "gnc: quick: --epochs, --lr and --init-scale are not allowed in a sweep without gradient descent",
                Left.refused("sweep quick --no-descent --lr 0.1 --out " + directory));
    }

    @Test
    void aProblemOfOnesOwnIsSwept() throws IOException {
        Path file = directory.resolve("own.json");
        assertEquals(0, run("problem --rows 4 --cols 4 --measurements 10 --out " + file));
        Path out = directory.resolve("out");
        String line = "sweep --problem " + file
                + " --axis width=3,4 --axis depth=2,3 --eps 0.1 --draws 1e4 --rel-error 0 --sampler rejection"
                + " --no-descent --backend scalar --out " + out;
        assertEquals(0, run(line));
        var config = Json.read(out.resolve("run.json")).get("config");
        assertEquals("own", config.get("title").asText());
        assertEquals(4, config.at("/problem/rows").asInt());
        assertEquals(10, config.at("/problem/measurements").asInt());
        assertEquals(0, run("report " + out));
        assertTrue(Files.readString(out.resolve("report.html")).contains("from the file " + file));
        String said = Left.refused("sweep --problem " + file + " --axis rank=1,2 --out " + out);
        assertTrue(
                said.contains("rank with a problem from a file; width, depth, eps and negative-slope are allowed"),
                said);
        Files.writeString(file, Files.readString(file).replaceFirst("\\{", "{ "));
        said = Left.refused("sweep " + out.resolve("run.json") + " --out " + out);
        assertTrue(said.contains("a sweep is allowed with the problem that it began with only"), said);
        Files.delete(file);
        assertEquals(2, run(line + " --resume"));
        assertEquals(0, run("report " + out), "which needs the files of the sweep alone");
    }

    /** A config of all that is new, as a user writes it. */
    @ParameterizedTest
    @ValueSource(strings = {"maps", "curves", "ratio"})
    void aConfigFileMayHaveAxes(String figure) throws IOException {
        Path file = Files.writeString(directory.resolve("mine.json"), """
            {"title": "mine", "figure": "%s", "axes": [
               {"name": "size", "values": [3, 4], "with": [{"name": "measurements", "values": [5, 9]}]},
               {"name": "depth", "values": [2, 3]}],
             "width": 4, "rank": 1, "completion": false, "trials": 2, "draws": 2e4, "eps": 0.1, "prior": "gauss",
             "normalized": true, "softening": 1e-6, "activation": "tanh", "negativeSlope": 0.2, "descent": "none"}
            """.formatted(figure));
        Path out = directory.resolve("out");
        assertEquals(0, run("sweep " + file + " --backend scalar --out " + out));
        List<String> rows = Files.readAllLines(out.resolve("estimates.csv"));
        assertTrue(rows.getFirst().startsWith("width,depth,size,measurements,trial,method,"), rows.getFirst());
        assertTrue(rows.stream().anyMatch(row -> row.startsWith("4,3,4,9,1,guess_and_check,0.1,")), "long form");
        assertTrue(Files.size(out.resolve("figure.pdf")) > 1000);
        assertEquals(0, run("report " + out));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "quick --axis breadth=5|--axis breadth=5: there is no axis breadth; allowed are width,",
                "quick --axis width=|--axis width=: no values; NAME=V,V,... is needed",
                "quick --axis width=0,5|--axis width=0,5: 0; a whole number of 1 to 2147483647 is allowed",
                "quick --axis width=5 --axis depth=2 --axis eps=1|--axis: 3 axes; one or two are allowed",
                "quick --axis width=5 --axis width=6|--axis width: given twice; each axis once is allowed",
                "quick --axis rows=4,5 --axis size=4|axes: rows varies twice; each field once is allowed",
                "quick --axis rank=6|quick with the command line's options: rank: 6; 1 to 5 is allowed",
                "quick --axis measurements=24,25|options: measurements: 25; 1 to 24 is allowed",
                "quick --axis size=3,5|options: measurements: 15; 1 to 8 is allowed",
                "quick --axis eps=0.1 --eps 0.2|--eps 0.2: not allowed where an axis varies it",
                "quick --widths 0|--widths: 0; a whole number of 1 to 2147483647 is allowed",
                "quick --axis depth=2,3 --widths 5,6|--widths [5, 6]: one number is allowed, since quick is a sweep of"
                        + " depth",
                "figure-2-linear --axis width=5,6|figure-2-linear lists its initScales for depth [2, 3, 4, 5, 6, 7, 8,"
                        + " 9, 10] only; give --init-scale too",
                "figure-2-linear --depths 2,20|--depths 20: figure-2-linear lists its initScales for [2, 3,",
                "map-size-depth --axis width=5 --problem -|--problem -: the name of a file is needed",
                "quick --inits 0|quick with the command line's options: inits: 0; a whole number of at least 1 is",
                "quick --inits x|--inits",
                "quick --no-descent --inits 2|quick: --inits and --init-scale-ladder are not allowed in a sweep"
                        + " without",
                "quick --init-scale-ladder 0.1 --init-scale 0.1|--init-scale-ladder [0.1]: not allowed beside",
                "quick --init-scale-ladder 0.2,0.1|quick with the command line's options: initScaleLadder: [0.2, 0.1];"
                        + " numbers above 0 are allowed, each above the one before it",
                "quick --init-scale-ladder 0,1|options: initScaleLadder: [0.0, 1.0]; numbers above 0 are allowed",
                "quick --init-scale-ladder=|'' is not a number",
                "beyond-rank --inits 2|only --seed, --threads, --backend and --out are allowed with it",
                "beyond-rank --axis width=5|only --seed, --threads, --backend and --out are allowed with it",
                "beyond-rank --problem x.json|--problem x.json: beyond-rank is a study of its own problems",
                "--axis width=5|FILE: missing; a preset or a config file is needed, or --problem FILE"
            })
    void aWrongAxisIsSaidInOneSentence(String line, String part) {
        String said = Left.refused("sweep " + line + " --out " + directory.resolve("none"));
        assertTrue(said.contains(part), said);
        assertFalse(Files.exists(directory.resolve("none")));
    }
}
