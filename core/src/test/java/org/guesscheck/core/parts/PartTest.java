package org.guesscheck.core.parts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartTest {
    private static Identity identity(String seed) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(Identity.METHOD, "rejection");
        settings.put("seed", seed);
        return new Identity(settings);
    }

    private static Part part(String host) {
        return Part.of(
                        identity("7"),
                        Span.part(100, 2, 3),
                        new Provenance("", "vector-256", 2, 1.5),
                        new PartOutput().putText("shared"),
                        new PartOutput().putDoubles(new double[] {1, 2, 3}))
                .from(host);
    }

    private static String refusal(byte[] bytes) {
        return assertThrows(PartException.class, () -> Part.read(bytes)).getMessage();
    }

    @Test
    void readsWhatItWrote() {
        Part part = Part.read(part("here").bytes());
        assertEquals(identity("7"), part.identity());
        assertEquals(new Span(34, 67, 2, 3), part.span());
        assertEquals(new Provenance("here", "vector-256", 2, 1.5), part.provenance());
        assertEquals("shared", part.shared().nextText());
        assertArrayEquals(new double[] {1, 2, 3}, part.results().nextDoubles());
    }

    @Test
    void provenanceIsNoContent() {
        assertArrayEquals(part("here").content(), part("there").content());
        assertNotEquals(
                Arrays.toString(part("here").bytes()),
                Arrays.toString(part("there").bytes()));
    }

    @Test
    void everyChangedByteIsFound() {
        byte[] bytes = part("here").bytes();
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            refusal(changed);
        }
    }

    @Test
    void everyMissingByteIsFound() {
        byte[] bytes = part("here").bytes();
        for (int length = 0; length < bytes.length; length++) {
            refusal(Arrays.copyOf(bytes, length));
        }
        refusal(Arrays.copyOf(bytes, bytes.length + 1));
    }

    @Test
    void saysWhatIsWrong() {
        byte[] bytes = part("here").bytes();
        byte[] later = bytes.clone();
        later[5] = 2;
        assertEquals("a part in version 2 of the format; this program reads version 1", refusal(later));
        assertEquals("no part; a file of gnc shard is needed", refusal("eps,probability and more".getBytes()));
        assertEquals("empty; a part is needed", refusal(new byte[0]));
        assertTrue(refusal(Arrays.copyOf(bytes, 60)).startsWith("damaged: it has 60 bytes instead of "));
        bytes[80]++;
        assertEquals("damaged: its checksum is not that of its content", refusal(bytes));
    }

    @Test
    void namesTheSettingThatDiffers() {
        assertEquals(Optional.empty(), identity("7").difference(identity("7")));
        assertEquals(Optional.of("seed 8 instead of 7"), identity("8").difference(identity("7")));
        Identity method = new Identity(Map.of(Identity.METHOD, "rejection"));
        assertEquals(Optional.of("seed 8 instead of none"), identity("8").difference(method));
        assertEquals(Optional.of("no seed"), method.difference(identity("8")));
        assertNotEquals(identity("8").fingerprint(), identity("7").fingerprint());
    }

    /** Neighbouring ranges meet, and none is longer than another by more than a piece. */
    @ParameterizedTest
    @CsvSource({"10,1", "10,3", "3,7", "9223372036854775807,1000000"})
    void rangesMeet(long pieces, int of) {
        long end = 0;
        for (int number = 1; number <= of; number++) {
            Span span = Span.part(pieces, number, of);
            assertEquals(end, span.first());
            assertTrue(span.count() == pieces / of || span.count() == pieces / of + 1);
            end = span.end();
        }
        assertEquals(pieces, end);
    }

    @Test
    void numbersKeepTheirBits() {
        BigInteger whole = BigInteger.ONE.shiftLeft(500).subtract(BigInteger.TWO);
        PartOutput out = new PartOutput();
        out.putShort(65535)
                .putInt(-5)
                .putLong(Long.MIN_VALUE)
                .putCount(127)
                .putCount(128)
                .putCount(Long.MAX_VALUE);
        out.putFloat(Float.intBitsToFloat(0x7fc00001))
                .putDouble(-0.0)
                .putFlag(true)
                .putWhole(whole);
        out.putFloats(new float[] {1.5f});
        PartInput in = new PartInput(out.bytes());
        assertEquals(65535, in.nextShort());
        assertEquals(-5, in.nextInt());
        assertEquals(Long.MIN_VALUE, in.nextLong());
        assertEquals(127, in.nextCount());
        assertEquals(128, in.nextCount());
        assertEquals(Long.MAX_VALUE, in.nextCount());
        assertEquals(0x7fc00001, Float.floatToRawIntBits(in.nextFloat()));
        assertEquals(Long.MIN_VALUE, Double.doubleToRawLongBits(in.nextDouble()));
        assertTrue(in.nextFlag());
        assertEquals(whole, in.nextWhole());
        assertArrayEquals(new float[] {1.5f}, in.nextFloats());
        assertTrue(in.atEnd());
        assertThrows(PartException.class, in::nextInt);
        assertThrows(PartException.class, () -> new PartInput(new byte[] {-1, -1, 3}).nextDoubles());
    }
}
