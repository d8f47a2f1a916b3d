package org.guesscheck.gnc.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.text.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigChecksTest {
    private static ObjectNode quick() {
        return ConfigJson.write(Presets.all().get("quick"));
    }

    private static String refused(ObjectNode node) {
        return assertThrows(InputException.class, () -> ConfigJson.read(node, "file"))
                .getMessage();
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, Long.MIN_VALUE + 1, -1, 0, 1L << 62, (1L << 62) + 1, Long.MAX_VALUE})
    void everySeedOf64BitsIsTaken(long seed) {
        ObjectNode node = quick().put("seed", seed);
        assertEquals(seed, ConfigJson.read(node, "file").trials().seed());
        // Through text, as a journal has it.
        assertEquals(
                seed,
                ConfigJson.read(Json.parse(Json.line(node), "file"), "file")
                        .trials()
                        .seed());
    }

    @Test
    void aSeedMayBeWrittenAsAPowerOfTen() {
        assertEquals(
                100_000_000,
                ConfigJson.read(quick().put("seed", 1e8), "file").trials().seed());
    }

    @Test
    void otherSeedsAreRefusedWithWhatIsAllowed() {
        BigInteger beyond = BigInteger.ONE.shiftLeft(63);
        for (ObjectNode node : new ObjectNode[] {
            quick().put("seed", beyond),
            quick().put("seed", beyond.negate().subtract(BigInteger.ONE)),
            quick().put("seed", 0.5),
            quick().put("seed", 1e19),
            quick().put("seed", "1")
        }) {
            String said = refused(node);
            assertTrue(
                    said.startsWith("file: seed: ")
                            && said.endsWith(
                                    "a whole number from -9223372036854775808 to 9223372036854775807 is allowed"),
                    said);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "rows, 2147483647, file: rows: 2147483647 with 5 columns",
        "cols, 2147483647, file: rows: 5 with 2147483647 columns",
        "trials, 250001, file: trials: 250001 for each of 4 values",
        "trials, 2147483647, file: trials: 2147483647 for each of 4 values",
    })
    void sizesWhoseProductsOverflowAreRefused(String field, int value, String said) {
        String sentence = refused(quick().put(field, value));
        assertTrue(sentence.startsWith(said), sentence);
    }

    @Test
    void numbersBeyondSinglePrecisionAreRefused() {
        assertTrue(refused(quick().put("softening", 1e39)).startsWith("file: softening: 1.0E39; 0 to "));
    }
}
