package org.guesscheck.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a user starts it. */
class ClusterCommandTest {
    private static final String ESTIMATE = "estimate --width 5 --eps 0.02 --draws 5e6 --seed 3 --json";
    private static final Pattern DIGEST = Pattern.compile("\"digest\" : \"(sha256:[0-9a-f]+)\"");

    private static StandaloneCluster cluster;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        cluster = StandaloneCluster.start();
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    /** What a process leaves. */
    private record Left(int code, String out, String err) {
        String digest() {
            Matcher found = DIGEST.matcher(out);
            assertTrue(code == 0 && found.find(), code + out + err);
            return found.group(1);
        }

        /** The sentence with which it failed. */
        String sentence() {
            assertEquals("", out);
            List<String> lines =
                    err.lines().filter(line -> line.startsWith("gnc: ")).toList();
            assertEquals(1, lines.size(), err);
            assertTrue(err.lines().noneMatch(line -> line.startsWith("\tat ")), err);
            return lines.get(0);
        }
    }

    /** The command that was begun last. */
    private Process begun;

    /** After a failed assertion, a command that still computes would keep the cluster from the next test. */
    @AfterEach
    void endWhatWasBegun() {
        if (begun != null) {
            begun.destroyForcibly();
        }
    }

    private Process begin(List<String> line) throws IOException {
        begun = new ProcessBuilder(line)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        return begun;
    }

    private Left end(Process process) throws IOException, InterruptedException {
        assertTrue(process.waitFor(120, TimeUnit.SECONDS), "the command hangs");
        return new Left(
                process.exitValue(), Files.readString(folder.resolve("out")), Files.readString(folder.resolve("err")));
    }

    private Process begin(String line) throws IOException {
        List<String> all =
                new ArrayList<>(List.of(StandaloneCluster.command("gnc").toString()));
        all.addAll(List.of(line.split(" ")));
        return begin(all);
    }

    private Left gnc(String line) throws IOException, InterruptedException {
        return end(begin(line));
    }

    @Test
    void anEstimateIsThatOfThisMachine() throws IOException, InterruptedException {
        Left there = gnc(ESTIMATE + " --master " + cluster.url());
        assertEquals(gnc(ESTIMATE).digest(), there.digest());
        assertTrue(there.err.contains(" tasks on "), there.err);
        assertTrue(Pattern.compile("\"threads\" : [12],").matcher(there.out).find(), there.out);
    }

    @Test
    void descentsAreThoseOfThisMachine() throws IOException, InterruptedException {
        String descend = "descend --optimizer gd --lr 0.3 --init-scale 1 --stop-at 0.02 --epochs 500 --runs 64 --json";
        Path csv = folder.resolve("runs.csv");
        Left there = gnc(descend + " --tasks 3 --csv " + csv + " --master " + cluster.url());
        Path here = folder.resolve("here.csv");
        assertEquals(gnc(descend + " --csv " + here).digest(), there.digest());
        assertEquals(Files.readString(here), Files.readString(csv));
    }

    @Test
    void learningCurvesThatWereBegunHereGoOnThere() throws IOException, InterruptedException {
        String learn = "learn --generate mixture:10,2,3 --layers 8,2 --samples 8 --particles 64 --replicas 5"
                + " --descend 32 --weights 3 --seed 3 --out ";
        Path here = folder.resolve("here");
        Path there = folder.resolve("there");
        assertEquals(0, gnc(learn + here + " --sets 5").code);
        assertEquals(0, gnc(learn + there + " --sets 2").code);
        Left all = gnc(learn + there + " --sets 5 --resume --tasks 3 --master " + cluster.url());
        assertEquals(0, all.code, all.err);
        assertTrue(all.err.contains("going on: 2 of 5 training sets are finished"), all.err);
        assertTrue(all.err.contains(" tasks on "), all.err);
        for (String name : List.of("curves.csv", "figure.png", "weights-0.npz", "weights-4.npz")) {
            assertArrayEquals(Files.readAllBytes(here.resolve(name)), Files.readAllBytes(there.resolve(name)), name);
        }
        assertEquals(digests(here.resolve("sets.jsonl")), digests(there.resolve("sets.jsonl")));
    }

    private static List<String> digests(Path journal) throws IOException {
        List<String> digests = Pattern.compile("\"digest\":\"(sha256:[0-9a-f]+)\"")
                .matcher(Files.readString(journal))
                .results()
                .map(found -> found.group(1))
                .toList();
        // The samples' digest, and two of each set.
        assertEquals(11, digests.size());
        return digests;
    }

    @Test
    void sparkSubmitRunsTheJar() throws IOException, InterruptedException {
        Path home = Path.of(System.getProperty("command.directory"));
        Left there = end(begin(new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + home.resolve("bin/spark.options"),
                "-cp",
                home.resolve("jars") + "/*",
                "org.apache.spark.deploy.SparkSubmit",
                "--master",
                cluster.url(),
                System.getProperty("submitted.jar"),
                "estimate",
                "--width",
                "5",
                "--eps",
                "0.02",
                "--draws",
                "5e6",
                "--seed",
                "3",
                "--json"))));
        assertEquals(gnc(ESTIMATE).digest(), there.digest());
    }

    @Test
    void aWrongMasterIsNamed() throws IOException, InterruptedException {
        Left nobody = gnc(ESTIMATE + " --master spark://127.0.0.1:1");
        assertEquals(2, nobody.code);
        assertTrue(nobody.sentence().startsWith("gnc: --master spark://127.0.0.1:1: no master answers ("), nobody.err);
        Left wrong = gnc(ESTIMATE + " --master spark://here");
        assertEquals(2, wrong.code);
        assertTrue(wrong.sentence().contains("spark://HOST:PORT is allowed"), wrong.err);
        Left unknown = gnc(ESTIMATE + " --master mesos://here:1");
        assertEquals(2, unknown.code);
        assertEquals("gnc: --master mesos://here:1: spark://HOST:PORT or local[N] is allowed", unknown.sentence());
    }

    @Test
    void whatCannotBeDividedIsRefused() throws IOException, InterruptedException {
        String master = " --master " + cluster.url();
        Left study = gnc("sweep beyond-eps" + master);
        assertEquals(2, study.code);
        assertTrue(study.sentence().contains("beyond-eps is a study, which is computed here"), study.err);
        Left one = gnc("descend" + master);
        assertEquals(2, one.code);
        assertTrue(one.sentence().contains("allowed only with --runs"), one.err);
    }

    private static final String SWEEP = "sweep quick --widths 8,12,16 --trials 3 --draws 4e6 --epochs 200 --inits 6"
            + " --init-scale 0.3 --lr 0.01 --sampler rejection --seed 3";

    private static void assertSameFiles(Path here, Path there) throws IOException {
        for (String name : List.of("results.csv", "figure.svg", "figure.png", "figure.pdf")) {
            assertArrayEquals(Files.readAllBytes(here.resolve(name)), Files.readAllBytes(there.resolve(name)), name);
        }
        assertEquals(timeless(here.resolve("estimates.csv")), timeless(there.resolve("estimates.csv")));
    }

    /** The rows but for the column of seconds. */
    private static List<List<String>> timeless(Path table) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (String row : Files.readAllLines(table)) {
            rows.add(new ArrayList<>(List.of(row.split(",", -1))));
        }
        int seconds = rows.get(0).indexOf("seconds");
        rows.forEach(row -> row.remove(seconds));
        return rows;
    }

    private static List<String> units(Path directory) throws IOException {
        Path journal = directory.resolve("journal.jsonl");
        return Files.exists(journal)
                ? Files.readAllLines(journal).stream()
                        .filter(line -> line.startsWith("{\"unit\""))
                        .toList()
                : List.of();
    }

    @Test
    @Tag("long")
    void aSweepIsThatOfThisMachineAlsoAfterItsDriverWasKilled() throws IOException, InterruptedException {
        Path here = folder.resolve("here");
        Left local = gnc(SWEEP + " --out " + here);
        assertEquals(0, local.code, local.err);
        String onCluster = SWEEP + " --tasks 3 --master " + cluster.url() + " --out ";
        Path there = folder.resolve("there");
        Left whole = gnc(onCluster + there);
        assertEquals(0, whole.code, whole.err);
        assertTrue(
                Pattern.compile("\\d+ tasks on .*; per task .* s computed, .* s of overhead, \\d+ bytes returned")
                        .matcher(whole.err)
                        .find(),
                whole.err);
        assertSameFiles(here, there);
        assertTrue(units(there).stream().allMatch(unit -> unit.contains("\"computedBy\":[{\"host\":\"")));

        Path killed = folder.resolve("killed");
        Process process = begin(onCluster + killed);
        for (int i = 0; i < 6000 && units(killed).size() < 4 && process.isAlive(); i++) {
            Thread.sleep(10);
        }
        process.destroyForcibly().waitFor();
        List<String> before = units(killed);
        assertTrue(before.size() >= 4 && before.size() < 18, before.size() + " units");
        Left resumed = gnc(onCluster + killed + " --resume");
        assertEquals(0, resumed.code, resumed.err);
        assertEquals(before, units(killed).subList(0, before.size()));
        assertSameFiles(here, killed);
    }

    @Test
    void interruptionCancelsTheWork() throws IOException, InterruptedException {
        cluster.await("Registering worker", 2);
        Process process = begin("estimate --width 5 --eps 0.02 --draws 1e12 --tasks 1000 --master " + cluster.url());
        Path err = folder.resolve("err");
        for (int i = 0; i < 600 && !Files.readString(err).contains(" running on "); i++) {
            Thread.sleep(100);
        }
        assertTrue(Files.readString(err).contains(" running on "), Files.readString(err));
        new ProcessBuilder("kill", "-INT", "" + process.pid()).start().waitFor();
        Left left = end(process);
        assertEquals(130, left.code, left.err);
        assertEquals("gnc: interrupted; nothing was finished", left.sentence());
    }
}
