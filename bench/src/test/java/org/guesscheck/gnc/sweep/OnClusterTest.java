package org.guesscheck.gnc.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.guesscheck.gnc.cluster.ClusterFailure;
import org.guesscheck.gnc.cluster.EngineInThisJvm;
import org.guesscheck.gnc.cluster.MachineShare;
import org.guesscheck.gnc.cluster.QuestionFailure;
import org.guesscheck.gnc.cluster.TaskCosts;
import org.guesscheck.gnc.config.ConfigJson;
import org.guesscheck.gnc.config.Presets;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.journal.Journal;
import org.guesscheck.gnc.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sweep on a cluster leaves the files of a sweep on this machine. */
class OnClusterTest {
    /** Of run.json: the machine and the time. */
    private static final Set<String> OF_THE_MACHINE =
            Set.of("backend", "threads", "threadSeconds", "cluster", "start", "end", "resumptions");

    @TempDir
    private Path results;

    private static SweepConfig config(String sampler) {
        ObjectNode node = ConfigJson.write(Presets.all().get("quick"));
        node.put("sampler", sampler).put("relativeError", 0).put("eps", 0.05);
        node.put("draws", 250_000).put("epochs", 70).put("trials", 3).put("inits", 7);
        node.putArray("learningRates").add(0.01);
        node.putArray("initScales").add(0.3);
        node.putArray("values").add(12).add(20);
        switch (sampler) {
            case "conditional" -> node.put("draws", 4096);
            case "splitting" -> node.put("draws", 400_000).put("descent", "none");
            case "auto" -> {
                node.put("relativeError", 0.3);
                node.remove("initScales");
                node.putArray("initScaleLadder").add(0.1).add(0.3);
            }
            default -> {}
        }
        if (node.path("descent").asText().equals("none")) {
            List.of("epochs", "inits", "learningRates", "initScales", "momentum")
                    .forEach(node::remove);
        }
        return ConfigJson.read(node, "test");
    }

    private static Workplace cluster(EngineInThisJvm engine) {
        return new OnCluster(engine, OptionalInt.of(3), new TaskCosts());
    }

    private SweepRun.Outcome sweep(Path directory, SweepConfig config, Workplace workplace, boolean resume)
            throws IOException {
        Files.createDirectories(directory);
        try (Journal journal = Journal.open(directory, config)) {
            Panel panel = new Panel(config, directory, journal);
            panel.begin(resume);
            return new SweepRun(panel, new Answers(), new SweepExecution(workplace, () -> false), new Watcher() {})
                    .run();
        }
    }

    private Path here(SweepConfig config) throws IOException {
        Path directory = results.resolve("here");
        sweep(directory, config, new ThisMachine(OptionalInt.of(2), "auto"), false);
        return directory;
    }

    private static void assertSameFiles(Path here, Path there) throws IOException {
        for (String name : List.of("results.csv", "figure.svg", "figure.png", "figure.pdf")) {
            assertArrayEquals(Files.readAllBytes(here.resolve(name)), Files.readAllBytes(there.resolve(name)), name);
        }
        assertEquals(estimates(here), estimates(there));
        assertEquals(record(here), record(there));
    }

    private static List<List<String>> estimates(Path there) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (String row : Files.readAllLines(there.resolve("estimates.csv"))) {
            rows.add(new ArrayList<>(List.of(row.split(",", -1))));
        }
        int seconds = rows.getFirst().indexOf("seconds");
        rows.forEach(row -> row.remove(seconds));
        return rows;
    }

    private static JsonNode record(Path there) throws IOException {
        ObjectNode record = Json.read(there.resolve("run.json"));
        OF_THE_MACHINE.forEach(record::remove);
        return record;
    }

    private static List<JsonNode> units(Path there) throws IOException {
        return Files.readAllLines(there.resolve(Journal.FILE)).stream()
                .map(line -> (JsonNode) Json.parse(line, "journal"))
                .filter(line -> line.has("unit"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rejection", "splitting", "conditional", "auto"})
    void theFilesAreThoseOfThisMachine(String sampler) throws IOException {
        SweepConfig config = config(sampler);
        Path there = results.resolve("there");
        SweepRun.Outcome outcome = sweep(there, config, cluster(new EngineInThisJvm(number -> {})), false);
        assertEquals(6, outcome.finished());
        assertSameFiles(here(config), there);
    }

    /** The first task does not end before the machines have another unit's question. */
    @Test
    @Timeout(120)
    void severalUnitsAreUnderWay() throws IOException {
        EngineInThisJvm[] engine = new EngineInThisJvm[1];
        engine[0] = new EngineInThisJvm(number -> {
            while (number == 1 && engine[0].mostQuestions() < 2) {
                Thread.onSpinWait();
            }
        });
        sweep(results.resolve("there"), config("conditional"), cluster(engine[0]), false);
        assertTrue(engine[0].mostQuestions() > 1);
    }

    @Test
    void aUnitNamesTheMachinesThatComputedIt() throws IOException {
        SweepConfig config = config("rejection");
        Path there = results.resolve("there");
        sweep(there, config, cluster(new EngineInThisJvm(number -> {})), false);
        Set<String> hosts = new HashSet<>();
        for (JsonNode unit : units(there)) {
            assertFalse(unit.path("computedBy").isEmpty(), unit.toString());
            unit.get("computedBy").forEach(machine -> {
                hosts.add(machine.get("host").asText());
                assertFalse(machine.get("backend").asText().isEmpty());
                assertTrue(machine.get("seconds").asDouble() > 0);
            });
        }
        assertEquals(Set.of("node-0", "node-1"), hosts);
        assertEquals(2, Json.read(there.resolve("run.json")).get("cluster").size());
        try (Journal journal = Journal.open(there, config)) {
            assertTrue(journal.complete());
            assertEquals(
                    hosts,
                    new HashSet<>(
                            journal.machines().stream().map(MachineShare::host).toList()));
        }
        Path here = here(config);
        assertTrue(units(here).stream().noneMatch(unit -> unit.has("computedBy")));
        assertFalse(Json.read(here.resolve("run.json")).has("cluster"));
    }

    @Test
    void aLostClusterLeavesWhatIsFinishedAndTheRestIsResumed() throws IOException {
        SweepConfig config = config("rejection");
        Path there = results.resolve("there");
        SweepRun.Outcome outcome = sweep(
                there,
                config,
                cluster(new EngineInThisJvm(number -> {
                    if (number > 12) {
                        throw new ClusterFailure("the cluster ended this application");
                    }
                })),
                false);
        assertEquals(
                "the cluster ended this application",
                outcome.lost().orElseThrow().getMessage());
        assertTrue(outcome.interrupted());
        List<JsonNode> before = units(there);
        assertTrue(!before.isEmpty() && before.size() < 12, before.size() + " units");
        assertTrue(Json.read(there.resolve("run.json")).get("interrupted").asBoolean());
        sweep(there, config, cluster(new EngineInThisJvm(number -> {})), true);
        assertEquals(before, units(there).subList(0, before.size()));
        assertSameFiles(here(config), there);
    }

    @Test
    void aQuestionThatTheMachinesCannotComputeFailsAlone() throws IOException {
        SweepConfig config = config("rejection");
        Path there = results.resolve("there");
        AtomicBoolean once = new AtomicBoolean();
        SweepRun.Outcome outcome = sweep(
                there,
                config,
                cluster(new EngineInThisJvm(number -> {
                    if (once.compareAndSet(false, true)) {
                        throw new QuestionFailure("node-1: not enough memory for a task");
                    }
                })),
                false);
        assertFalse(outcome.interrupted());
        assertTrue(outcome.lost().isEmpty());
        Set<String> reasons = new HashSet<>();
        outcome.failed().forEach(cell -> cell.failures().forEach(failure -> reasons.add(failure.reason())));
        assertEquals(Set.of("node-1: not enough memory for a task"), reasons);
        sweep(there, config, new ThisMachine(OptionalInt.of(2), "auto"), true);
        assertSameFiles(here(config), there);
    }
}
