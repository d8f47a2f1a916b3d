package org.guesscheck.gnc.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.npy.NpzFile;
import org.guesscheck.gnc.terminal.Interruption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arrays from the command line, and to it. */
class NpzOutputTest {
    private static final String ESTIMATE =
            "estimate --width 3 --eps 0.05,0.2 --draws 50000 --backend scalar --threads 2 ";

    @TempDir
    Path directory;

    private static JsonNode json(String line) {
        Left printed = Left.by(line + " --json");
        assertEquals(0, printed.code(), printed.err());
        return Json.parse(printed.out(), "standard output");
    }

    private NpzFile arrays(Path file, String names) throws IOException {
        return NpzFile.read(Files.readAllBytes(file), file.toString(), List.of(names.split(" ")));
    }

    private static double mean(double... values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    @Test
    void aProblemGoesOutAndInAsArrays() {
        Path npz = directory.resolve("p.npz");
        assertEquals(0, Left.by("problem --problem-seed 3 --out " + npz).code());
        JsonNode read = json(ESTIMATE + "--problem " + npz);
        assertEquals(json(ESTIMATE + "--problem-seed 3").get("digest"), read.get("digest"));
        Path sweep = directory.resolve("sweep");
        String line =
                "sweep --problem " + npz + " --axis width=3,4 --trials 1 --draws 2e4 --sampler rejection --eps 0.2"
                        + " --no-descent --backend scalar --threads 2 --out " + sweep;
        assertEquals(0, Left.by(line).code(), Left.by(line).err());
        assertTrue(Files.exists(sweep.resolve("estimates.csv")));
    }

    @Test
    void theSchemaOfProblemsIsPrinted() {
        Left printed = Left.by("problem --schema");
        assertEquals(0, printed.code());
        assertEquals(
                "A problem of guesscheck",
                Json.parse(printed.out(), "schema").get("title").textValue());
    }

    @Test
    void acceptedDrawsAreThoseOfTheEstimate() throws IOException {
        Path npz = directory.resolve("draws.npz");
        JsonNode node = json(ESTIMATE + "--sampler rejection --products 5 --npz " + npz);
        assertEquals(json(ESTIMATE + "--sampler rejection").get("digest"), node.get("digest"), "digest without arrays");
        NpzFile file = arrays(
                npz,
                "eps probability losses_0 weights_0 groups_0 mean_predicted_0 losses_1 weights_1 groups_1"
                        + " mean_predicted_1 accepted_draw accepted_train_loss accepted_losses accepted_products");
        assertArrayEquals(new double[] {0.05, 0.2}, file.array("eps").values());
        for (int i = 0; i < 2; i++) {
            JsonNode threshold = node.get("thresholds").get(i);
            double[] losses = file.array("losses_" + i).values();
            assertEquals(threshold.get("accepted").intValue(), losses.length);
            assertEquals(threshold.at("/generalizationLoss/mean").doubleValue(), mean(losses), 1e-6);
            assertEquals(
                    losses.length,
                    Arrays.stream(file.array("weights_" + i).values()).sum());
            assertArrayEquals(
                    new int[] {5, 5}, file.array("mean_predicted_" + i).shape());
        }
        int accepted = file.array("accepted_draw").values().length;
        assertArrayEquals(new int[] {5, 5, 5}, file.array("accepted_products").shape());
        assertEquals(Math.min(10_000, node.at("/thresholds/1/accepted").intValue()), accepted);
        for (int i : new int[] {0, 4}) {
            long draw = (long) file.array("accepted_draw").values()[i];
            JsonNode replayed =
                    Json.parse(Left.by("replay --width 3 --draw " + draw).out(), "replay");
            assertEquals(replayed.get("trainLoss").floatValue(), (float)
                    file.array("accepted_train_loss").values()[i]);
            assertEquals(replayed.get("generalizationLoss").floatValue(), (float)
                    file.array("accepted_losses").values()[i]);
            for (int e = 0; e < 25; e++) {
                assertEquals(replayed.get("product").get(e).floatValue(), (float)
                        file.array("accepted_products").values()[25 * i + e]);
            }
        }
    }

    @Test
    void anInterruptedEstimateSaysWhatIsMissing() throws Exception {
        Path npz = directory.resolve("cut.npz");
        Left printed;
        long wait = 500;
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
            printed = Left.by(
                    interruption, "estimate --width 3 --eps 0.2 --draws 1e11 --threads 2 --products 2 --npz " + npz);
            user.join();
            assertEquals(130, printed.code(), printed.err());
            // On a busy machine the first try may end before a draw is accepted.
            wait *= 2;
        } while (printed.out().isEmpty());
        assertTrue(
                printed.err()
                        .contains(" draws until then, and " + npz + " lacks the losses and weights of all accepted"
                                + " draws, and there are no products"),
                printed.err());
        NpzFile file = arrays(npz, "eps probability accepted_draw accepted_train_loss accepted_losses");
        assertArrayEquals(new double[] {0.2}, file.array("eps").values());
    }

    @Test
    void oneDescentLeavesCurveAndWeights() throws IOException {
        Path npz = directory.resolve("run.npz");
        Path weights = directory.resolve("weights.json");
        JsonNode node = json("descend --width 4 --depth 3 --epochs 250 --lr 0.01 --init-scale 0.5 --weights " + weights
                + " --npz " + npz);
        NpzFile file = arrays(
                npz,
                "epoch train_loss generalization_loss first_weights_1 first_weights_2 first_weights_3 last_weights_1"
                        + " last_weights_2 last_weights_3 predicted");
        assertArrayEquals(new double[] {0, 100, 200, 250}, file.array("epoch").values());
        assertEquals(
                node.get("trainLoss").doubleValue(), file.array("train_loss").values()[3]);
        assertEquals(
                node.get("generalizationLoss").doubleValue(),
                file.array("generalization_loss").values()[3]);
        assertArrayEquals(new int[] {5, 4}, file.array("last_weights_1").shape());
        assertArrayEquals(new int[] {4, 4}, file.array("last_weights_2").shape());
        assertArrayEquals(new int[] {4, 5}, file.array("last_weights_3").shape());
        assertArrayEquals(new int[] {5, 5}, file.array("predicted").shape());
        JsonNode snapshots = Json.read(weights).get("weights");
        for (int s = 0; s < 2; s++) {
            String name = (s == 0 ? "first" : "last") + "_weights_3";
            JsonNode factor = snapshots.get(s).get("factors").get(2);
            assertEquals(
                    factor.get(3).get(1).floatValue(), (float) file.array(name).values()[3 * 5 + 1]);
        }
    }

    @Test
    void manyDescentsLeaveANumberForEach() throws IOException {
        Path npz = directory.resolve("runs.npz");
        JsonNode node =
                json("descend --optimizer gd --lr 0.3 --init-scale 0.5 --epochs 300 --runs 40 --seed 7 --stop-at"
                        + " 0.02 --npz " + npz);
        NpzFile file = arrays(npz, "seed epochs train_loss losses reached diverged mean_predicted mean_reached");
        assertEquals(40, file.array("seed").values().length);
        assertEquals(7, file.array("seed").values()[0]);
        assertEquals(
                node.get("reached").doubleValue(),
                Arrays.stream(file.array("reached").values()).sum());
        assertEquals(
                node.at("/generalizationLoss/mean").doubleValue(),
                mean(file.array("losses").values()),
                1e-9);
        assertArrayEquals(new int[] {5, 5}, file.array("mean_predicted").shape());
    }

    @Test
    void runsThatDivergedHaveNoLoss() throws IOException {
        Path npz = directory.resolve("diverged.npz");
        json("descend --optimizer gd --lr 1000 --init-scale 5 --epochs 300 --runs 3 --npz " + npz);
        NpzFile file = arrays(npz, "seed epochs train_loss losses reached diverged");
        assertArrayEquals(new double[] {1, 1, 1}, file.array("diverged").values());
        assertArrayEquals(
                new double[] {Double.NaN, Double.NaN, Double.NaN},
                file.array("losses").values());
        assertFalse(file.has("mean_predicted"));
    }

    @Test
    void aComparisonLeavesAllParts() throws IOException {
        Path npz = directory.resolve("compare.npz");
        JsonNode node =
                json("compare --width 3 --eps 0.2 --sampler rejection --draws 20000 --runs 20 --lr 0.01 --init-scale"
                        + " 1 --epochs 100 --prior-draws 200 --npz " + npz);
        StringBuilder names = new StringBuilder("eps");
        for (String part : List.of("prior", "guess_and_check", "descent_at_eps", "descent_at_end")) {
            for (String array : List.of("losses", "weights", "groups", "mean_predicted")) {
                names.append(' ').append(part).append('_').append(array);
            }
        }
        NpzFile file = arrays(npz, names.toString());
        assertEquals(200, file.array("prior_losses").values().length);
        assertEquals(
                node.at("/descentAtEnd/generalizationLoss/mean").doubleValue(),
                mean(file.array("descent_at_end_losses").values()),
                1e-9);
        assertArrayEquals(
                new int[] {5, 5}, file.array("guess_and_check_mean_predicted").shape());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "estimate --width 3 --eps 0.2 --draws 10 --products 2|--products 2: allowed only with --npz",
                "estimate --width 3 --eps 0.2 --draws 10 --npz src|--npz src: this is a directory; the name of a file"
                        + " is needed",
                "estimate --width 3 --eps 0.2 --draws 10 --npz target/x.npz --products 10001|--products 10001: 0 to"
                        + " 10000 is allowed",
                "estimate --width 3 --eps 0.2 --draws 10 --npz target/x.npz --master spark://a:1|--npz target/x.npz:"
                        + " allowed only without --master and --slices, because parts of a run keep no draws",
                "estimate --width 3 --eps 0.2 --sampler splitting --npz target/x.npz --products 1|--products 1: for"
                        + " --sampler rejection only, not splitting, whose draws can't be made again one by one",
                "descend --runs 2 --npz src|--npz src: this is a directory; the name of a file is needed",
                "compare --eps 0.2 --npz src|--npz src: this is a directory; the name of a file is needed"
            })
    void badInputIsOneSentence(String line, String sentence) {
        Left printed = Left.by(line);
        assertEquals(2, printed.code(), printed.err());
        assertEquals("gnc: " + sentence, printed.err().strip());
        assertEquals("", printed.out());
    }
}
