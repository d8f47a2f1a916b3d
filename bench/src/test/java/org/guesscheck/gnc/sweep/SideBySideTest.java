package org.guesscheck.gnc.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.guesscheck.core.descent.Descent;
import org.guesscheck.core.descent.GradientDescent;
import org.guesscheck.core.descent.Optimizer;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.gnc.config.CellId;
import org.guesscheck.gnc.config.CellRecipe;
import org.guesscheck.gnc.config.ConfigJson;
import org.guesscheck.gnc.config.Presets;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.journal.DescentRuns;
import org.guesscheck.gnc.journal.Journal;
import org.guesscheck.gnc.journal.Rung;
import org.guesscheck.gnc.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gradient descents of a sweep in the lanes of vectors: each run is the one that it is alone. */
class SideBySideTest {
    @TempDir
    private Path directory;

    private static ObjectNode small() {
        ObjectNode node = ConfigJson.write(Presets.all().get("quick"));
        node.put("sampler", "rejection").put("relativeError", 0).put("eps", 0.02);
        node.put("draws", 5000).put("epochs", 70).put("trials", 5);
        node.putArray("learningRates").add(0.01);
        node.putArray("initScales").add(0.3);
        node.putArray("values").add(4).add(6);
        return node;
    }

    private static SweepConfig config(ObjectNode node) {
        return ConfigJson.read(node, "test");
    }

    private static Map<CellId, DescentRuns> sweep(
            Path directory, SweepConfig config, int threads, String backend, boolean resume) throws IOException {
        Files.createDirectories(directory);
        try (Journal journal = Journal.open(directory, config)) {
            Panel panel = new Panel(config, directory, journal);
            panel.begin(resume);
            SweepExecution execution = new SweepExecution(OptionalInt.of(threads), backend, () -> false);
            new SweepRun(panel, new Answers(), execution, new Watcher() {}).run();
            assertTrue(journal.complete());
            Map<CellId, DescentRuns> runs = new HashMap<>();
            CellId.all(config).forEach(id -> runs.put(id, journal.descents(id).orElseThrow()));
            return runs;
        }
    }

    /** A run of a cell, computed without others. */
    private static Descent alone(SweepConfig config, CellId id, int init, double scale) {
        CellRecipe recipe = config.at(id.value());
        Problem problem = recipe.problem().problem(Seeds.problem(config, id.trial()));
        return GradientDescent.of(problem, recipe.network().normalized(false).network())
                .learningRate(recipe.descent().learningRate())
                .epochs(recipe.descent().epochs())
                .initScale(scale)
                .momentum(recipe.descent().momentum())
                .optimizer(Optimizer.GROUP_RMSPROP)
                .seed(Seeds.descent(config, id, init))
                .run();
    }

    private List<Map<String, String>> rows(Path there) throws IOException {
        List<String> lines = Files.readAllLines(there.resolve("estimates.csv"));
        String[] header = lines.getFirst().split(",", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < header.length; i++) {
                row.put(header[i], cells[i]);
            }
            if (row.get("method").equals("gradient_descent")) {
                rows.add(row);
            }
        }
        return rows;
    }

    @ParameterizedTest
    @CsvSource({"1, scalar", "2, auto", "7, scalar", "7, auto"})
    void everyRunIsThatOfItsOwn(int threads, String backend) throws IOException {
        SweepConfig config = config(small().put("inits", 3));
        Map<CellId, DescentRuns> found = sweep(directory, config, threads, backend, false);
        Set<String> digests = new HashSet<>();
        found.forEach((id, runs) -> {
            assertEquals(3, runs.runs().size());
            for (int init = 0; init < 3; init++) {
                Descent run = runs.runs().get(init);
                Descent alone = alone(config, id, init, 0.3);
                assertEquals(alone.digest(), run.digest());
                assertEquals(alone.end(), run.end());
                assertTrue(run.execution().seconds() > 0);
                digests.add(run.digest());
            }
        });
        assertEquals(5 * 2 * 3, digests.size(), "no two begin alike");
    }

    @Test
    void theFirstInitializationIsThatOfASweepWithOne() throws IOException {
        Map<CellId, DescentRuns> one = sweep(directory.resolve("one"), config(small()), 2, "scalar", false);
        Map<CellId, DescentRuns> two =
                sweep(directory.resolve("two"), config(small().put("inits", 2)), 2, "scalar", false);
        one.forEach((id, runs) -> assertEquals(
                runs.runs().getFirst().digest(), two.get(id).runs().getFirst().digest()));
        assertTrue(Files.readAllLines(directory.resolve("one/estimates.csv"))
                .getFirst()
                .endsWith(",converged,failure,digest"));
        assertTrue(Files.readString(directory.resolve("one/journal.jsonl"))
                .contains("\"unit\":\"gradient descent\",\"trial\":4,\"value\":6,\"result\":{\"epochs\":70,"));
    }

    @Test
    void aTrialHasTheMeanAndTheSpreadOfItsInitializations() throws IOException {
        SweepConfig config = config(small().put("inits", 2));
        Map<CellId, DescentRuns> found = sweep(directory, config, 2, "scalar", false);
        List<Map<String, String>> rows = rows(directory);
        assertEquals(10, rows.size());
        for (Map<String, String> row : rows) {
            CellId id = new CellId(Integer.parseInt(row.get("trial")), Double.parseDouble(row.get("width")));
            double a = found.get(id).runs().getFirst().end().generalizationLoss();
            double b = found.get(id).runs().getLast().end().generalizationLoss();
            assertNotEquals(a, b);
            assertEquals((a + b) / 2, Double.parseDouble(row.get("mean")), 1e-15);
            assertEquals(Math.abs(a - b) / Math.sqrt(2), Double.parseDouble(row.get("inits_sd")), 1e-12);
            assertEquals(Math.abs(a - b) / 2, Double.parseDouble(row.get("standard_error")), 1e-12);
            assertEquals("2", row.get("inits"));
        }
        List<String> results = Files.readAllLines(directory.resolve("results.csv"));
        double shown = found.get(new CellId(0, 4)).generalizationLoss();
        assertTrue(results.get(1).contains("," + shown + ","), results.get(1));
        assertTrue(Files.readString(directory.resolve("figure.svg")).contains("mean over 2 initializations"));
        var seconds = Json.read(directory.resolve("run.json")).get("threadSeconds");
        assertEquals(
                found.values().stream().mapToDouble(DescentRuns::seconds).sum(),
                seconds.get("gradientDescent").doubleValue(),
                1e-9);
        assertTrue(seconds.get("guessAndCheck").doubleValue() > 0);
    }

    /** The rung by its definition, from runs that are computed one by one. */
    private static Rung least(SweepConfig config, double width) {
        Rung best = null;
        for (double scale : config.descent().initScaleLadder()) {
            int fitting = 0;
            int runs = 0;
            for (CellId id : CellId.all(config)) {
                if (id.value().first() == width) {
                    for (int init = 0; init < config.descent().inits(); init++) {
                        boolean fits = alone(config, id, init, scale).end().trainLoss()
                                < config.guess().eps();
                        fitting += fits ? 1 : 0;
                        runs++;
                    }
                }
            }
            if (best == null || fitting > best.fitting()) {
                best = new Rung(scale, fitting, runs);
            }
            if (10 * fitting >= 9 * runs) {
                return best;
            }
        }
        return best;
    }

    private static ObjectNode climbing(double eps, double... ladder) {
        ObjectNode node =
                small().put("inits", 2).put("fixed", 4).put("epochs", 150).put("eps", eps);
        node.remove("initScales");
        var rungs = node.putArray("initScaleLadder");
        for (double scale : ladder) {
            rungs.add(scale);
        }
        return node;
    }

    @Test
    void eachPlaceTakesTheLeastScaleAtWhichNearlyAllRunsFit() throws IOException {
        SweepConfig config = config(climbing(0.012, 0.001, 0.1, 0.2, 0.4, 0.8));
        Map<CellId, DescentRuns> found = sweep(directory, config, 3, "auto", false);
        for (CellId id : found.keySet()) {
            DescentRuns runs = found.get(id);
            Rung rung = runs.rung().orElseThrow();
            assertEquals(least(config, id.value().first()), rung);
            assertTrue(rung.fits());
            assertTrue(rung.initScale() > 0.001, "the least scale is too small for so few epochs");
            assertEquals(
                    alone(config, id, 1, rung.initScale()).digest(),
                    runs.runs().getLast().digest());
        }
        for (Map<String, String> row : rows(directory)) {
            assertEquals("true", row.get("fits"));
            assertTrue(Double.parseDouble(row.get("fitting_share")) >= 0.9);
        }
        var taken = Json.read(directory.resolve("run.json")).get("initScalesTaken");
        assertEquals(2, taken.size());
        assertTrue(Files.readString(directory.resolve("figure.svg")).contains("90% of the runs"));
    }

    @Test
    void aPlaceWhereNoScaleFitsIsMarked() throws IOException {
        SweepConfig config = config(climbing(1e-12, 0.1, 0.2));
        Map<CellId, DescentRuns> found = sweep(directory, config, 2, "scalar", false);
        found.values()
                .forEach(runs -> assertEquals(new Rung(0.1, 0, 10), runs.rung().orElseThrow()));
        for (Map<String, String> row : rows(directory)) {
            assertEquals("false", row.get("fits"));
            assertEquals("0.1", row.get("init_scale"));
        }
        var taken = Json.read(directory.resolve("run.json")).get("initScalesTaken");
        assertTrue(
                taken.get(0).get("reason").asText().startsWith("at no init scale of the ladder did 90% of the runs"));
        assertTrue(Files.readString(directory.resolve("figure.svg")).contains("no init scale of the ladder"));
    }

    /** Whichever cells of a place a journal has, the others begin at the same scale. */
    @Test
    void aStoppedSweepWithALadderIsResumed() throws IOException {
        SweepConfig config = config(climbing(0.012, 0.001, 0.1, 0.2, 0.4, 0.8));
        Path whole = directory.resolve("whole");
        sweep(whole, config, 1, "scalar", false);
        List<String> lines = Files.readAllLines(whole.resolve(Journal.FILE));
        for (int kept : List.of(1, 3, 8, 14)) {
            Path there = Files.createDirectories(directory.resolve("kept" + kept));
            Files.writeString(there.resolve(Journal.FILE), String.join("\n", lines.subList(0, kept)) + "\n");
            sweep(there, config, 2, "scalar", true);
            assertEquals(
                    Files.readString(whole.resolve("results.csv")), Files.readString(there.resolve("results.csv")));
            assertEquals(Files.readString(whole.resolve("figure.svg")), Files.readString(there.resolve("figure.svg")));
        }
    }
}
