package org.guesscheck.gnc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.terminal.Interruption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The benchmark as a command: measured, written, and compared with what it wrote. The old rates are changed by so much that
 * no noise of a busy machine can hide or feign it: the clock decides nothing here.
 */
class BenchCommandTest {
    /** One figure of plain C or Java, which needs no long warm-up. */
    private static final String ONE = "bench --quick --only draws/w5-d2/scalar";

    @TempDir
    Path directory;

    private static int run(String line) {
        return Gnc.execute(new Interruption(), line.split(" "));
    }

    private Path changed(Path file, double factor) throws IOException {
        ObjectNode run = Json.read(file);
        for (var figure : run.get("figures")) {
            ArrayNode rates = (ArrayNode) figure.get("rates");
            for (int i = 0; i < rates.size(); i++) {
                rates.set(i, Json.object().numberNode(rates.get(i).asDouble() * factor));
            }
        }
        return Files.writeString(directory.resolve("times" + factor + ".json"), Json.print(run));
    }

    @Test
    void aRegressionIsExitCodeOneAndAnythingElseIsZero() throws IOException {
        Path measured = directory.resolve("measured.json");
        assertEquals(0, run(ONE + " --json " + measured));
        ObjectNode run = Json.read(measured);
        assertEquals("guesscheck-bench-1", run.get("format").asText());
        assertEquals(
                List.of("peak/fma", "draws/w5-d2"),
                run.get("figures").findValuesAsText("id").stream()
                        .map(id -> id.substring(0, id.indexOf('/', id.indexOf('/') + 1)))
                        .toList());
        assertTrue(run.get("figures").get(1).get("shareOfFmaPeak").asDouble() > 0, run.toString());
        assertEquals(1, run(ONE + " --compare " + changed(measured, 1e6)));
        assertEquals(0, run(ONE + " --compare " + changed(measured, 1e-6)));
    }

    @Test
    void roundsThatScatterAreExitCodeThree() throws IOException {
        Path measured = directory.resolve("measured.json");
        assertEquals(0, run(ONE + " --json " + measured));
        ObjectNode run = Json.read(measured);
        for (var figure : run.get("figures")) {
            double median = figure.get("median").asDouble();
            ((ObjectNode) figure).set("rates", Json.array(median * 1e-3, median, median * 1e3));
        }
        Path scattered = Files.writeString(directory.resolve("scattered.json"), Json.print(run));
        assertEquals(3, run(ONE + " --compare " + scattered));
    }

    @Test
    void aPageIsWrittenBesideTheFigures() throws IOException {
        Path page = directory.resolve("bench.html");
        Path measured = directory.resolve("measured.json");
        assertEquals(0, run(ONE + " --json " + measured + " --page " + page));
        assertTrue(Files.readString(page).contains("<section id=\"roofline\">"));
        Files.delete(page);
        assertEquals(0, run("bench --page " + page + " --history " + measured));
        assertTrue(Files.readString(page).contains("measured.json"));
    }

    @Test
    void aWrongHistoryIsExitCodeTwoAndLeavesNoPage() throws IOException {
        Path page = directory.resolve("bench.html");
        Path other = Files.writeString(directory.resolve("other.json"), "{\"format\": \"something else\"}");
        assertEquals(
                "gnc: --history: needs --page FILE.html, the page that shows these runs",
                Left.refused("bench --history " + other));
        assertTrue(Left.refused("bench --quick --page " + page + " --history " + other)
                .startsWith("gnc: --history: measures nothing"));
        String format = Left.refused("bench --page " + page + " --history " + other);
        assertTrue(format.contains(other + ": format: ") && format.contains("guesscheck-bench-1"), format);
        String missing = Left.refused("bench --page " + page + " --history " + directory.resolve("missing.json"));
        assertTrue(missing.contains("missing.json"), missing);
        assertTrue(Left.refused("bench --page src --history " + other).startsWith("gnc: --page src: "));
        assertFalse(Files.exists(page));
    }
}
