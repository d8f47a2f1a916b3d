package org.guesscheck.gnc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.guesscheck.bench.guard.code.Objdump;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.terminal.Interruption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command: what it refuses, what it prints, and how it ends. */
class GuardCommandTest {
    private static final String RECORDED = "src/test/resources/org/guesscheck/bench/guard/boxed.log";

    @TempDir
    Path directory;

    @BeforeAll
    static void requireObjdump() {
        assumeTrue(Objdump.whyNot().isEmpty() || "true".equals(System.getenv("CI")), Objdump.whyNot());
    }

    /** Exit code and standard output. */
    private record Ended(int code, String out, String errors) {}

    private static Ended run(String... words) {
        PrintStream out = System.out;
        PrintStream errors = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            int code = Gnc.execute(new Interruption(), words);
            return new Ended(
                    code,
                    printed.toString(StandardCharsets.UTF_8),
                    said.toString(StandardCharsets.UTF_8).strip());
        } finally {
            System.setOut(out);
            System.setErr(errors);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "guard nothing                     | nothing: no kernel has this in its name; there are draws/w5-d2",
                "guard --log missing.log           | --log missing.log: a file that can be read is needed",
                "guard --log pom.xml               | --log pom.xml: it holds no machine code of C2",
                "guard --log pom.xml draws         | --log: draws has no meaning beside it",
                "guard --                          | --: a command is needed behind it",
                "guard org.x.Y.z nothing          | nothing: no kernel has this in its name; there are draws/w5-d2",
                "guard -- no/such/program          | the command could not be started"
            })
    void whatIsWrongIsOneSentence(String line, String sentence) {
        Ended ended = run(line.strip().split(" "));
        assertEquals(2, ended.code(), ended.errors());
        assertEquals(1, ended.errors().lines().count(), ended.errors());
        assertTrue(ended.errors().contains(sentence), ended.errors());
    }

    @Test
    void aFaultIsExitCodeOne() {
        Ended ended = run("guard", "--log", RECORDED);
        assertEquals(1, ended.code());
        assertTrue(ended.out().contains("boxed vector: makes 1 object"), ended.out());
        Ended printed = run("guard", "--json", "--log", RECORDED);
        assertEquals(1, printed.code());
        assertEquals(
                1, Json.parse(printed.out(), "standard output").get("faults").asInt());
        assertTrue(printed.errors().contains("boxed vector: makes 1 object"), printed.errors());
    }

    @Test
    void theUserEndsTheCommand() throws InterruptedException {
        Interruption interruption = new Interruption();
        AtomicInteger code = new AtomicInteger();
        Thread guard = new Thread(() -> code.set(Gnc.execute(interruption, "guard", "--", "sleep", "1000")));
        guard.start();
        interruption.request();
        guard.join();
        assertEquals(130, code.get());
    }

    @Test
    void otherCommandsEndWithTheirOwnFailureOrWithoutVectors() {
        Ended failed = run("guard", "--", "sh", "-c", "exit 7");
        assertEquals(1, failed.code());
        assertTrue(failed.errors().contains("ended with exit code 7"), failed.errors());
        Ended none = run("guard", "--", "true");
        assertEquals(1, none.code());
        assertTrue(none.errors().contains("nothing is known"), none.errors());
    }

    @Test
    void theOptionsOfALogArePrinted() throws IOException {
        Path log = directory.resolve("jvm.log");
        Ended ended = run("guard", "--method", "com.example.Dot.sum", "--jvm-options", log.toString());
        assertEquals(0, ended.code());
        assertTrue(ended.out().contains("-XX:LogFile=" + log + "\n"), ended.out());
        assertTrue(ended.out().contains("PrintAssembly,com.example.Dot::sum\n"), ended.out());
        assertTrue(Files.notExists(log));
    }
}
