package org.guesscheck.spark;

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
import org.junit.jupiter.api.BeforeAll;
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

    private Process begin(List<String> line) throws IOException {
        return new ProcessBuilder(line)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
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
        Left auto = gnc("estimate --width 5 --eps 0.02 --sampler auto" + master);
        assertEquals(2, auto.code);
        assertTrue(auto.sentence().contains("--sampler auto: not for parts"), auto.err);
        Left one = gnc("descend" + master);
        assertEquals(2, one.code);
        assertTrue(one.sentence().contains("allowed only with --runs"), one.err);
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
