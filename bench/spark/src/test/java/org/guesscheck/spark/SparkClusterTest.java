package org.guesscheck.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.apache.spark.SparkConf;
import org.guesscheck.core.parts.Span;
import org.guesscheck.gnc.cluster.ClusterFailure;
import org.guesscheck.gnc.cluster.ClusterQuestion;
import org.guesscheck.gnc.cluster.SentQuestion;
import org.guesscheck.gnc.cluster.TaskSettings;
import org.guesscheck.gnc.cluster.Tasks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Executors of a standalone cluster compute what this JVM computes. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SparkClusterTest {
    private static StandaloneCluster cluster;

    @BeforeAll
    static void start() {
        cluster = StandaloneCluster.start();
    }

    @AfterAll
    static void stop() {
        closeShared();
        cluster.close();
    }

    private static final TaskSettings SETTINGS = new TaskSettings(1, "auto");

    /** Executors that all tests share which set up none of their own. */
    private static SparkEngine shared;

    private static SparkConf configuration(TaskSettings settings) {
        return Configuration.of(cluster.url(), settings).set("spark.ui.enabled", "false");
    }

    /** The engine for all tests that need no other. A JVM has one at a time. */
    private static SparkEngine shared() {
        if (shared == null) {
            shared = SparkEngine.connect(configuration(SETTINGS), SETTINGS);
        }
        return shared;
    }

    private static SparkConf own() {
        closeShared();
        return configuration(SETTINGS);
    }

    private static void closeShared() {
        if (shared != null) {
            shared.close();
            shared = null;
        }
    }

    @Order(1)
    @ParameterizedTest
    @EnumSource
    void anyNumberOfTasksHasTheDigestOfOneRun(Cases.Asked asked) {
        String here = asked.here();
        Cases.Question<?> question = asked.question();
        for (int tasks : new int[] {1, 2, 7}) {
            assertEquals(here, question.there(shared(), OptionalInt.of(tasks)), "tasks: " + tasks);
        }
        assertEquals(here, question.there(shared(), OptionalInt.empty()));
        assertEquals(0, shared().activity().failed());
    }

    @Order(2)
    @Test
    void aProgramThatDrawsOtherNumbersIsRefused() throws InterruptedException {
        byte[] bytes = Cases.Asked.REJECTION.question().bytes();
        try (SentQuestion asked = shared().send(new ClusterQuestion(bytes, "sha256:other"))) {
            Tasks tasks = asked.start(List.of(Span.of(0, 1)));
            String sentence = assertThrows(ClusterFailure.class, () -> {
                        while (tasks.next().isEmpty()) {}
                    })
                    .getMessage();
            assertTrue(sentence.contains(": its executor has another version of guesscheck"), sentence);
        }
    }

    private static SparkEngine connect(SparkConf configuration, Path jar, TroubledTask.Trouble trouble)
            throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> classes = Files.list(Path.of("target", "test-classes", "org", "guesscheck", "spark"))) {
            for (Path one : classes.filter(path -> path.getFileName().toString().startsWith("TroubledTask"))
                    .toList()) {
                out.putNextEntry(new ZipEntry("org/guesscheck/spark/" + one.getFileName()));
                Files.copy(one, out);
            }
        }
        configuration.set("spark.jars", configuration.get("spark.jars") + "," + jar.toUri());
        return SparkEngine.connect(
                configuration,
                SETTINGS,
                (question, fingerprint, threads, backend) ->
                        new TroubledTask(question, fingerprint, threads, backend, trouble));
    }

    @Test
    void aTaskThatFailsOnceIsComputedAgain(@TempDir Path folder) throws IOException {
        Cases.Question<?> question = Cases.Asked.REJECTION.question();
        try (SparkEngine engine = connect(own(), folder.resolve("trouble.jar"), TroubledTask.Trouble.FAILS_ONCE)) {
            assertEquals(Cases.Asked.REJECTION.here(), question.there(engine, OptionalInt.of(4)));
            assertEquals(1, engine.activity().failed());
        }
    }

    @Test
    void aTaskThatAlwaysFailsEndsTheWork(@TempDir Path folder) throws IOException {
        Cases.Question<?> question = Cases.Asked.REJECTION.question();
        try (SparkEngine engine = connect(own(), folder.resolve("trouble.jar"), TroubledTask.Trouble.FAILS)) {
            String sentence = assertThrows(ClusterFailure.class, () -> question.there(engine, OptionalInt.of(4)))
                    .getMessage();
            assertTrue(sentence.startsWith("a task failed again and again: Lost task 0."), sentence);
            assertTrue(sentence.endsWith("made to fail"), sentence);
        }
    }

    @Test
    @Timeout(120)
    void aStuckTaskIsOvertakenByAnotherAttempt(@TempDir Path folder) throws IOException {
        Cases.Question<?> question = Cases.Asked.REJECTION.question();
        assumeTrue(StandaloneCluster.hasTwoHosts(), "both workers are on one host");
        SparkConf speculative = own().set("spark.speculation", "true")
                .set("spark.speculation.interval", "100ms")
                .set("spark.speculation.quantile", "0.5");
        try (SparkEngine engine = connect(speculative, folder.resolve("trouble.jar"), TroubledTask.Trouble.STUCK)) {
            assertEquals(Cases.Asked.REJECTION.here(), question.there(engine, OptionalInt.of(4)));
        }
    }

    private static String refusal(SparkConf configuration, TaskSettings settings) {
        return refusal(configuration, settings, Cases.Asked.REJECTION.question());
    }

    private static String refusal(SparkConf configuration, TaskSettings settings, Cases.Question<?> question) {
        try (SparkEngine engine = SparkEngine.connect(configuration, settings)) {
            return assertThrows(ClusterFailure.class, () -> question.there(engine, OptionalInt.of(1)))
                    .getMessage();
        }
    }

    @Test
    void aTaskWithoutEnoughMemorySaysSo() {
        SparkConf small = own().set("spark.executor.memory", "512m");
        String sentence = refusal(small, SETTINGS, Cases.allAccepted());
        assertTrue(sentence.contains(": not enough memory for a task: its executor has a heap of "), sentence);
        assertTrue(sentence.endsWith(" MiB; spark.executor.memory gives it more"), sentence);
    }

    @Test
    void anOlderVersionOnAnExecutorsClassPathIsNamed(@TempDir Path folder) throws IOException {
        Path source = folder.resolve("PartInput.java");
        // A version that lacks what tasks call.
        Files.writeString(source, "package org.guesscheck.core.parts; public class PartInput {}");
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString()));
        Path jar = folder.resolve("guesscheck-old.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry("org/guesscheck/core/parts/PartInput.class"));
            Files.copy(folder.resolve("PartInput.class"), out);
        }
        String sentence = refusal(own().set("spark.executor.extraClassPath", jar.toString()), SETTINGS);
        assertTrue(sentence.contains(": its executor has another version of guesscheck on its class path ("), sentence);
    }

    @Test
    void anExecutorWithAnOlderJavaSaysSo() {
        Path home = Path.of(System.getProperty("maven.java.home"));
        Runtime.Version version = version(home);
        assumeTrue(version.feature() < 25, "Maven runs on a JDK " + version.feature());
        SparkConf old = own().set("spark.executorEnv.JAVA_HOME", home.toString());
        String sentence = refusal(old, SETTINGS);
        assertTrue(
                sentence.contains(": its executor runs Java " + version.feature() + "; a JDK 25 is needed"), sentence);
    }

    private static Runtime.Version version(Path home) {
        try {
            return Files.readAllLines(home.resolve("release")).stream()
                    .filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> Runtime.Version.parse(line.substring(line.indexOf('"') + 1, line.lastIndexOf('"'))))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            return Runtime.version();
        }
    }

    @Test
    void anExecutorWithoutTheBackendSaysSo() {
        TaskSettings neon = new TaskSettings(1, "jni-neon");
        assumeTrue(!System.getProperty("os.arch").equals("aarch64"), "this machine has the backend");
        closeShared();
        String sentence = refusal(configuration(neon), neon);
        assertTrue(sentence.contains("jni-neon"), sentence);
    }

    @Test
    void theCollectorOfTheUserStays() {
        assertTrue(Configuration.executorOptions("").contains("-XX:+UseParallelGC"));
        assertTrue(Configuration.executorOptions("-Da=b -XX:+UseZGC").endsWith(" -Da=b -XX:+UseZGC"));
        assertEquals(-1, Configuration.executorOptions("-XX:+UseZGC").indexOf("Parallel"));
    }

    @Test
    void sparkSubmitsMasterIsThatOfTheCommand() {
        String[] asked = {"estimate", "--eps", "0.1"};
        assertEquals(
                List.of("estimate", "--eps", "0.1", "--master", "yarn"), List.of(Submitted.onCluster(asked, "yarn")));
        assertEquals(List.of(asked), List.of(Submitted.onCluster(asked, null)));
        String[] named = {"estimate", "--master=spark://a:1"};
        assertEquals(List.of(named), List.of(Submitted.onCluster(named, "yarn")));
    }
}
