package org.guesscheck.gnc.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.text.InputException;
import org.junit.jupiter.api.Test;

class JournalLineTest {
    private static final ObjectNode OBJECT =
            Json.object().put("unit", "guess and check").put("mean", 0.1234).put("title", "\u00e9\ud83d\ude00");

    private static byte[] withoutEnd(byte[] line) {
        assertEquals('\n', line[line.length - 1]);
        return Arrays.copyOf(line, line.length - 1);
    }

    @Test
    void theChecksumIsTheKnownOneOfTheText() {
        byte[] line = JournalLine.of(Json.object().put("a", 1));
        java.util.zip.CRC32C crc = new java.util.zip.CRC32C();
        crc.update("{\"a\":1}".getBytes(StandardCharsets.UTF_8));
        String expected = String.format("{\"a\":1,\"crc32c\":\"%08x\"}%n", crc.getValue());
        assertEquals(expected, new String(line, StandardCharsets.UTF_8));
    }

    @Test
    void everyFlippedBitIsFound() {
        byte[] line = withoutEnd(JournalLine.of(OBJECT));
        assertEquals(
                0.1234, JournalLine.read(line, "file: line 2", true).get("mean").doubleValue());
        for (int bit = 0; bit < 8 * line.length; bit++) {
            byte[] changed = line.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            String said = assertThrows(
                            InputException.class, () -> JournalLine.read(changed, "file: line 2", true), "bit " + bit)
                    .getMessage();
            assertTrue(said.startsWith("file: line 2: damaged"), said);
        }
    }

    @Test
    void aLineOfAnOlderVersionHasNoChecksum() {
        byte[] line = "{\"unit\":1}".getBytes(StandardCharsets.UTF_8);
        assertEquals(1, JournalLine.read(line, "", false).get("unit").intValue());
        assertThrows(InputException.class, () -> JournalLine.read(line, "", true));
    }
}
