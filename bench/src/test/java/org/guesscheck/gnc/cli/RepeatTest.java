package org.guesscheck.gnc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.guesscheck.gnc.json.Json;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sweeps that repeat the one of a run.json, and say whether all digests agree. */
class RepeatTest {
    private static final String HERE = " --backend scalar --threads 2 --out ";

    @TempDir
    private static Path first;

    @TempDir
    private Path directory;

    @BeforeAll
    static void aSweep() {
        Left left = Left.by("sweep quick --widths 3,4 --trials 2 --draws 2e4 --epochs 20 --inits 2 --eps 0.5"
                + " --sampler rejection" + HERE + first);
        assertEquals(0, left.code(), left.err());
    }

    private static ObjectNode record(Path there) {
        return Json.read(there.resolve("run.json"));
    }

    /** The sweep's run.json after a change, repeated. */
    private Left repeated(ObjectNode record, String options) throws IOException {
        Path file = Files.writeString(directory.resolve("run.json"), Json.print(record));
        return Left.by("sweep " + file + options + HERE + directory.resolve("again"));
    }

    private String file() {
        return directory.resolve("run.json").toString();
    }

    @Test
    void digestsStandInBothFiles() throws IOException, NoSuchAlgorithmException {
        ObjectNode record = record(first);
        List<String> recorded = new ArrayList<>();
        record.at("/digests/guessAndCheck").forEach(digest -> recorded.add(digest.textValue()));
        record.at("/digests/gradientDescent").forEach(digest -> recorded.add(digest.textValue()));
        List<String> rows = Files.readAllLines(first.resolve("estimates.csv"));
        assertTrue(rows.getFirst().endsWith(",failure,inits,inits_sd,inits_converged,digest"), rows.getFirst());
        List<String> listed = new ArrayList<>();
        for (String method : List.of(",guess_and_check,", ",gradient_descent,")) {
            rows.stream()
                    .filter(row -> row.contains(method))
                    .forEach(row -> listed.add(row.substring(row.lastIndexOf(',') + 1)));
        }
        assertEquals(2 * 4, listed.size());
        assertEquals(listed, recorded);
        assertEquals(8, recorded.stream().distinct().count());
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        recorded.forEach(digest -> sha.update((digest + "\n").getBytes(StandardCharsets.US_ASCII)));
        assertEquals(
                "sha256:" + HexFormat.of().formatHex(sha.digest()),
                record.get("digest").textValue());
        assertFalse(record.has("repeats"));
    }

    @Test
    void aRepeatedSweepSaysThatAllAgree() throws IOException {
        Left left = repeated(record(first), "");
        assertEquals(0, left.code(), left.err());
        String sentence = "quick: all 8 digests agree with those of " + file() + " ("
                + record(first).get("digest").textValue() + ")";
        assertEquals(sentence, left.err().lines().toList().getLast());
        JsonNode repeats = record(directory.resolve("again")).get("repeats");
        assertEquals(file(), repeats.get("file").textValue());
        assertEquals(8, repeats.get("compared").intValue());
        assertEquals(0, repeats.get("different").intValue());
    }

    @Test
    void anotherDigestIsNamedWithItsPlace() throws IOException {
        ObjectNode record = record(first);
        ((ArrayNode) record.at("/digests/gradientDescent")).set(2, "sha256:0");
        record.put("version", "0.0.9").put("gitRevision", "abc");
        Left left = repeated(record, "");
        assertEquals(1, left.code(), left.err());
        String last = left.err().lines().toList().getLast();
        assertTrue(
                last.startsWith("gnc: quick: 1 of 8 digests differs from that of " + file()
                        + ": trial 2/2 width 3 gradient descent; version 0.0.9 (abc) there, version "),
                last);
        assertEquals(
                "[{\"method\":\"gradient descent\",\"trial\":1,\"value\":3}]",
                Json.line(record(directory.resolve("again")).at("/repeats/firstDifferent")));
    }

    @Test
    void digestsOfOtherSettingsAreNotCompared() throws IOException {
        ObjectNode record = record(first);
        ((ObjectNode) record.get("config")).put("eps", 0.4);
        String edited =
                "digests are not compared with those of " + file() + ", since the settings in that file were changed";
        Left left = repeated(record, "");
        assertEquals(0, left.code(), left.err());
        assertTrue(left.err().contains("note: " + edited) && left.err().contains("quick: " + edited), left.err());
        assertEquals(
                "the settings in that file were changed after its sweep",
                record(directory.resolve("again"))
                        .at("/repeats/notComparedSince")
                        .textValue());
        left = repeated(record(first), " --overwrite --eps 0.4");
        assertEquals(0, left.code(), left.err());
        assertTrue(
                left.err().contains("since other settings are asked for: eps is 0.5 there and 0.4 here"), left.err());
    }

    /** As other programs write the same file, and with a title of the user's own. */
    @Test
    void anotherWayToWriteTheFileIsNoChange() throws IOException {
        ObjectNode record = record(first);
        ObjectNode config = (ObjectNode) record.get("config");
        JsonNode softening = config.remove("softening");
        config.put("eps", new BigDecimal("5.0e-1")).put("relativeError", 0).put("draws", 2e4);
        config.put("title", "mine").set("softening", softening);
        Left left = repeated(record, "");
        assertTrue(left.err().contains("mine: all 8 digests agree"), left.err());
    }

    @Test
    void anUnfinishedSweepIsComparedAsFarAsItWent() throws IOException {
        ObjectNode record = record(first);
        ((ArrayNode) record.at("/digests/guessAndCheck")).setNull(0);
        Left left = repeated(record, "");
        assertEquals(0, left.code(), left.err());
        assertTrue(left.err().contains("; 1 result is not finished there"), left.err());
        assertTrue(left.err().contains("quick: all 7 digests agree with those of "), left.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "config|5|digests.config: 5; a text is needed",
                "guessAndCheck|[null]|digests.guessAndCheck: a list of 4 digests is needed, one for each cell",
                "guessAndCheck|[1, null, null, null]|digests.guessAndCheck: item 1 is neither a digest nor null",
                "gradientDescent|null|digests.gradientDescent: missing"
            })
    void damagedDigestsAreRefused(String name, String value, String fault) throws IOException {
        ObjectNode record = record(first);
        ((ObjectNode) record.get("digests"))
                .set(name, Json.parse("{\"it\":" + value + "}", "test").get("it"));
        Left left = repeated(record, "");
        assertEquals(2, left.code(), left.err());
        assertEquals("gnc: " + file() + ": " + fault, left.err().strip());
        assertFalse(Files.exists(directory.resolve("again")));
    }
}
