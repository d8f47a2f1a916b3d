package org.guesscheck.gnc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.terminal.Interruption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** gnc descend: one run and many. */
class DescendCommandTest {
    private static final String SHORT = "descend --optimizer gd --lr 0.3 --init-scale 0.5 --epochs 300 ";

    @TempDir
    Path directory;

    private List<String[]> rows(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.split(",", -1))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--runs 0|--runs 0: 1 to 1000000 is allowed",
                "--runs 1e7|--runs 10000000: 1 to 1000000 is allowed",
                "--batch 0|--batch 0: 1 to the number of measurements is allowed",
                "--batch 16|--batch 16: 1 to 15 is allowed, since the problem has 15 measurements",
                "--stop-at 0|--stop-at 0.0: a finite number above 0 is allowed",
                "--stop-at -1|--stop-at -1.0: a finite number above 0 is allowed",
                "--stop-at NaN|--stop-at NaN: a finite number above 0 is allowed",
                "--lr 0|--lr 0.0: a finite number above 0 is allowed",
                "--lr NaN|--lr NaN: a finite number above 0 is allowed",
                "--init-scale Infinity|--init-scale Infinity: a finite number above 0 is allowed",
                "--momentum 1|--momentum 1.0: 0 up to, but not including, 1 is allowed",
                "--epochs 0|--epochs 0: 1 to 2147483647 is allowed",
                "--optimizer sgd|--optimizer sgd: allowed are group-rmsprop, gd, adam",
                "--optimizer adam --momentum 0.9|--momentum 0.9: with --optimizer adam, which averages gradients"
                        + " itself, only 0 is allowed",
                "--threads 0|--threads 0: 1 to 1024 is allowed",
                "--backend gpu|--backend gpu: allowed are auto",
                "--csv target/runs.csv|--csv target/runs.csv: allowed only with --runs",
                "--runs 2 --csv src|--csv src: this is a directory",
                "--runs 2 --history loss.csv|--history loss.csv: allowed only without --runs, for one run",
                "--runs 2 --picture all.png|--picture all.png: allowed only without --runs, for one run",
                "--runs 2 --weights w.json|--weights w.json: allowed only without --runs, for one run",
                "--picture all.png|--picture all.png: allowed only where single entries are observed",
                "--completion --rows 300 --cols 300 --width 300 --measurements 9 --backend jni|--backend jni: allowed"
                        + " only for runs of fewer than 2^24 multiplications",
                "--completion --rows 300 --cols 300 --width 300 --measurements 9 --optimizer adam|--optimizer adam:"
                        + " allowed only for runs of",
                "--completion --rows 300 --cols 300 --width 300 --measurements 9 --batch 3|--batch 3: allowed only for"
                        + " runs of"
            })
    void badInputIsOneSentence(String options, String sentence) {
        Left printed = Left.by("descend " + options);
        assertEquals(2, printed.code(), printed.err());
        assertEquals("", printed.out());
        assertEquals(1, printed.err().lines().count(), printed.err());
        assertTrue(printed.err().contains(sentence), printed.err());
        assertFalse(printed.err().contains("java."), printed.err());
    }

    @Test
    void anEnsembleIsTheDistributionOfItsRuns() throws IOException {
        Path csv = directory.resolve("runs.csv");
        JsonNode node = Left.by(SHORT + "--seed 7 --runs 60 --stop-at 0.02 --json --csv " + csv)
                .json();
        List<String[]> rows = rows(csv);
        assertEquals("run,seed,epochs,trainLoss,generalizationLoss,reached,ending", String.join(",", rows.getFirst()));
        assertEquals(61, rows.size());
        int reached = 0;
        double sum = 0;
        for (int i = 0; i < 60; i++) {
            String[] row = rows.get(i + 1);
            assertEquals(i, Integer.parseInt(row[0]));
            assertEquals(7 + i, Integer.parseInt(row[1]));
            assertEquals(row[5].equals("true") ? "reached" : "epochs", row[6]);
            assertEquals(Double.parseDouble(row[3]) < 0.02, row[5].equals("true"));
            reached += row[5].equals("true") ? 1 : 0;
            sum += Double.parseDouble(row[4]);
        }
        JsonNode alone = Left.by(SHORT + "--seed 9 --stop-at 0.02 --json").json();
        assertEquals(rows.get(3)[2], alone.path("epochs").asText());
        assertEquals(
                Double.parseDouble(rows.get(3)[4]),
                alone.path("generalizationLoss").doubleValue());
        assertTrue(alone.path("reached").booleanValue());
        assertEquals(60, node.path("runs").intValue());
        assertEquals(60, node.path("runsAsked").intValue());
        assertEquals(reached, node.path("reached").intValue());
        assertEquals(reached / 60.0, node.path("reachedShare").path("estimate").doubleValue());
        assertEquals(0, node.path("diverged").intValue());
        JsonNode loss = node.path("generalizationLoss");
        assertEquals(sum / 60, loss.path("mean").doubleValue(), 1e-12);
        for (JsonNode interval : List.of(loss, node.path("reachedShare"))) {
            assertTrue(
                    interval.path("low").doubleValue() < interval.path("high").doubleValue(), node::toString);
        }
        assertTrue(loss.path("standardError").doubleValue() > 0);
        assertEquals(5, loss.path("quantiles").size());
        assertEquals(5, node.path("epochs").path("quantiles").size());
        JsonNode histogram = loss.path("histogram");
        int counted = StreamSupport.stream(histogram.path("counts").spliterator(), false)
                .mapToInt(JsonNode::intValue)
                .sum();
        assertEquals(60, counted + histogram.path("above").intValue());
        assertTrue(node.path("epochsPerSecond").doubleValue() > 0);
        assertTrue(node.path("digest").textValue().startsWith("sha256:"));
    }

    @Test
    void theDigestDependsOnNeitherThreadsNorBackend() {
        String line = SHORT + "--runs 40 --json ";
        String expected = Left.by(line).json().path("digest").textValue();
        assertEquals(
                expected,
                Left.by(line + "--threads 1 --backend scalar")
                        .json()
                        .path("digest")
                        .textValue());
        assertEquals(
                expected, Left.by(line + "--threads 7").json().path("digest").textValue());
        assertNotEquals(
                expected, Left.by(line + "--seed 2").json().path("digest").textValue());
        String alone = Left.by(SHORT + "--json").json().path("digest").textValue();
        assertEquals(
                alone,
                Left.by(SHORT + "--json --backend scalar --threads 3")
                        .json()
                        .path("digest")
                        .textValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--optimizer adam", "--batch 4", "--batch 15 --momentum 0.5", "--optimizer group-rmsprop"})
    void everyOptimizerAndBatchChangesTheRuns(String options) {
        String plain = Left.by("descend --optimizer gd --epochs 50 --lr 0.01 --init-scale 1 --runs 20 --json")
                .json()
                .path("digest")
                .textValue();
        String line = "descend --epochs 50 --lr 0.01 --init-scale 1 --runs 20 --json " + options;
        JsonNode other = Left.by(options.contains("optimizer") ? line : line + " --optimizer gd")
                .json();
        assertNotEquals(plain, other.path("digest").textValue());
        assertTrue(other.path("generalizationLoss").path("mean").doubleValue() > 0, other::toString);
    }

    @Test
    void runsThatDivergeAreCountedAndHaveNoLosses() throws IOException {
        Path csv = directory.resolve("runs.csv");
        String line = "descend --optimizer gd --epochs 200 --lr 2 --init-scale 3 --runs 64 --csv " + csv;
        JsonNode node = Left.by(line + " --json").json();
        int diverged = node.path("diverged").intValue();
        assertTrue(diverged > 0 && diverged < 64, node::toString);
        assertTrue(node.path("reached").isNull() && node.path("stopAt").isNull(), node::toString);
        assertFalse(
                Files.readString(csv).contains("NaN") || Files.readString(csv).contains("Infinity"));
        List<String[]> rows = rows(csv);
        assertEquals(
                diverged, rows.stream().filter(row -> row[6].equals("diverged")).count());
        for (String[] row : rows.subList(1, rows.size())) {
            assertEquals(row[6].equals("diverged"), row[3].isEmpty() && row[4].isEmpty());
            assertEquals("", row[5]);
        }
        String text = Left.by(line).out();
        assertTrue(text.contains("diverged: " + diverged + ", which have no losses"), text);
        assertFalse(text.contains("NaN"), text);
    }

    @Test
    void whereAllDivergeTheLossIsUnknown() {
        String line = "descend --optimizer gd --epochs 100 --lr 1e9 --init-scale 1 --runs 5";
        Left text = Left.by(line);
        assertEquals(0, text.code());
        assertTrue(text.out().contains("generalization loss unknown"), text.out());
        assertTrue(Left.by(line + " --json").json().path("generalizationLoss").isNull());
    }

    @Test
    void oneRunThatDivergesSaysSo() throws IOException {
        Path history = directory.resolve("loss.csv");
        String line = "descend --optimizer gd --epochs 200 --lr 1e9 --init-scale 1 --history " + history;
        String text = Left.by(line).out();
        assertTrue(text.contains("diverged") && !text.contains("NaN"), text);
        assertFalse(Files.readString(history).contains("NaN"));
        assertTrue(Left.by(line + " --json").json().path("trainLoss").isNull());
    }

    @Test
    void aLossAboveThatAtTheStartIsSaid() {
        String one = Left.by("descend --stop-at 10").out();
        assertTrue(one.startsWith("0 epochs") && one.contains("no step was taken"), one);
        JsonNode json = Left.by("descend --stop-at 10 --json").json();
        assertEquals(0, json.path("epochs").intValue());
        assertTrue(json.path("reached").booleanValue());
        String many = Left.by("descend --stop-at 10 --runs 30").out();
        assertTrue(many.contains("note: 30 took no step"), many);
        JsonNode node = Left.by("descend --stop-at 10 --runs 30 --json").json();
        assertEquals(0.0, node.path("epochs").path("quantiles").path("0.95").doubleValue());
    }

    @Test
    void aLossThatIsNotReachedIsSaid() {
        String one = Left.by("descend --epochs 20 --stop-at 1e-6").out();
        assertTrue(one.startsWith("20 epochs") && one.contains("did not reach"), one);
        assertFalse(Left.by("descend --epochs 20 --stop-at 1e-6 --json")
                .json()
                .path("reached")
                .booleanValue());
        String many = Left.by("descend --epochs 20 --stop-at 1e-6 --runs 30").out();
        assertTrue(many.contains("reached by 0, a share of 0.000 (0.000 to 0.1000)"), many);
        assertFalse(many.contains("epochs until then"), many);
    }

    @Test
    void weightsAreTheFirstAndTheLast() throws IOException {
        Path file = directory.resolve("weights.json");
        assertEquals(
                0,
                Left.by("descend --rows 3 --cols 4 --measurements 8 --width 6 --depth 3 --epochs 20 --weights " + file)
                        .code());
        JsonNode weights = Json.read(file).path("weights");
        assertEquals(2, weights.size());
        assertEquals(0, weights.path(0).path("epoch").intValue());
        assertEquals(20, weights.path(1).path("epoch").intValue());
        int[][] shapes = {{3, 6}, {6, 6}, {6, 4}};
        for (JsonNode snapshot : weights) {
            for (int f = 0; f < 3; f++) {
                JsonNode factor = snapshot.path("factors").path(f);
                assertEquals(shapes[f][0], factor.size());
                assertEquals(shapes[f][1], factor.path(0).size());
            }
        }
    }

    @Test
    void finishedRunsArePrintedAfterAnInterruption() throws Exception {
        Path csv = directory.resolve("runs.csv");
        // Ends without the interruption only after hours.
        String line =
                "descend --optimizer gd --lr 0.1 --init-scale 0.5 --epochs 2000 --runs 1e6 --backend scalar --json"
                        + " --csv " + csv;
        Left printed;
        long wait = 1500;
        do {
            Interruption interruption = new Interruption();
            long milliseconds = wait;
            Thread user = Thread.ofVirtual().start(() -> {
                try {
                    Thread.sleep(milliseconds);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                interruption.request();
            });
            printed = Left.by(interruption, line);
            user.join();
            assertEquals(130, printed.code(), printed.err());
            // On a busy machine the first try may end before a run is over.
            wait *= 2;
        } while (printed.out().isEmpty());
        JsonNode node = printed.json();
        int over = node.path("runs").intValue();
        assertTrue(over > 0 && over < 1_000_000, node::toString);
        assertEquals(1_000_000, node.path("runsAsked").intValue());
        assertEquals(1 + over, rows(csv).size());
        assertTrue(
                printed.err().contains("interrupted; the result is that of the " + over + " runs of 1000000"),
                printed.err());
    }

    @Test
    void nothingFinishedIsSaid() {
        Interruption interruption = new Interruption();
        interruption.request();
        Left printed = Left.by(interruption, SHORT + "--runs 100");
        assertEquals(130, printed.code());
        assertEquals("", printed.out());
        assertTrue(printed.err().contains("interrupted; nothing was finished"), printed.err());
    }

    @Test
    void theTextHasAHistogramAndQuantiles() {
        String text = Left.by(SHORT + "--runs 200 --stop-at 0.02").out();
        assertEquals(
                10,
                IntStream.range(0, (int) text.lines().count())
                        .mapToObj(text.lines().toList()::get)
                        .filter(line -> line.matches(" +[0-9.e-]+ to [0-9.e-]+ .*[0-9]+"))
                        .count(),
                text);
        assertTrue(text.contains("epochs until then: median "), text);
        assertTrue(text.contains("generalization loss: mean "), text);
    }
}
