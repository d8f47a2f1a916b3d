package org.guesscheck.gnc.npy;

import static org.guesscheck.gnc.npy.NpyBytes.header;
import static org.guesscheck.gnc.npy.NpyBytes.version1;
import static org.guesscheck.gnc.npy.NpyBytes.zip;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.guesscheck.gnc.text.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives of arrays: written, read, and damaged in every place. */
class NpzFileTest {
    private static final String NAME = "x.npz";
    private static final byte[] BYTES = version1(header("|u1", false, "(3,)"), (byte) 1, (byte) 2, (byte) 3);

    private static NpzFile read(byte[] file) {
        return NpzFile.read(file, NAME, List.of("a", "b", "c", "d", "e"));
    }

    private static String refused(byte[] file) {
        return assertThrows(InputException.class, () -> read(file)).getMessage();
    }

    private static byte[] written() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (NpzWriter npz = new NpzWriter(out)) {
            npz.put("a", new double[] {Math.PI, Double.NaN}, 1, 2)
                    .put("b", new float[] {1.5f, -2}, 2)
                    .put("c", new long[] {-7})
                    .put("d", new boolean[] {true, false, true}, 3)
                    .putRows("e", r -> new double[] {r, r + 0.5}, 3, 2);
        }
        return out.toByteArray();
    }

    @Test
    void allThatIsWrittenComesBack() throws IOException {
        NpzFile file = read(written());
        assertArrayEquals(new int[] {1, 2}, file.array("a").shape());
        assertArrayEquals(new double[] {Math.PI, Double.NaN}, file.array("a").values());
        assertArrayEquals(new double[] {1.5, -2}, file.array("b").values());
        assertArrayEquals(new int[0], file.array("c").shape());
        assertArrayEquals(new double[] {-7}, file.array("c").values());
        assertArrayEquals(new double[] {1, 0, 1}, file.array("d").values());
        assertArrayEquals(new int[] {3, 2}, file.array("e").shape());
        assertArrayEquals(new double[] {0, 0.5, 1, 1.5, 2, 2.5}, file.array("e").values());
        assertArrayEquals(written(), written(), "equal arrays, equal bytes");
    }

    /** More numbers than are written at once. */
    @Test
    void longArraysComeBack() throws IOException {
        double[] values = new double[40_001];
        Arrays.setAll(values, i -> i * 0.25);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (NpzWriter npz = new NpzWriter(out)) {
            npz.put("a", values, values.length);
        }
        assertArrayEquals(values, read(out.toByteArray()).array("a").values());
    }

    @Test
    void aShapeThatDoesNotFitIsNotWritten() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new NpzWriter(new ByteArrayOutputStream()).put("a", new double[3], 2));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void storedAndDeflatedMembersAreRead(boolean stored) {
        NpzFile file = read(zip(stored, "a.npy", BYTES, "b.npy", BYTES));
        assertTrue(file.has("b"));
        assertFalse(file.has("c"));
        assertArrayEquals(new double[] {1, 2, 3}, file.array("b").values());
        assertEquals(
                "x.npz: c: missing",
                assertThrows(InputException.class, () -> file.array("c")).getMessage());
    }

    @Test
    void wrongArraysAreNamed() {
        assertEquals("x.npz: z: unknown array; allowed are a, b, c, d, e", refused(zip(true, "z.npy", BYTES)));
        assertEquals(
                "x.npz: a: does not begin as an array that NumPy saved (.npy)",
                refused(zip(false, "a.npy", "text".getBytes())));
        byte[] twice = zip(true, "a.npy", BYTES, "b.npy", BYTES);
        // Both the local and the central name.
        for (int i = 0; i < twice.length; i++) {
            twice[i] = twice[i] == 'b' && twice[i + 1] == '.' ? (byte) 'a' : twice[i];
        }
        assertEquals("x.npz: a.npy is there twice; once is allowed", refused(twice));
    }

    @Test
    void aChangedNumberIsFound() {
        byte[] file = zip(true, "a.npy", BYTES);
        int last = file.length - 22 - 46 - 5 - 1;
        assertEquals(3, file[last]);
        file[last] = 4;
        assertEquals("x.npz: a.npy: damaged, since its checksum differs; a whole .npz file is needed", refused(file));
    }

    /** Damage is refused in a sentence, or lies where nothing depends on it, such as the time of a member. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noDamageGoesBeyondASentence(boolean stored) {
        byte[] file = zip(stored, "a.npy", BYTES, "b.npy", BYTES);
        for (int length = 0; length < file.length; length++) {
            refused(Arrays.copyOf(file, length));
        }
        int harmless = 0;
        for (int at = 0; at < file.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] damaged = file.clone();
                damaged[at] ^= (byte) (1 << bit);
                try {
                    NpzFile found = read(damaged);
                    for (String name : List.of("a", "b")) {
                        if (found.has(name)) {
                            assertArrayEquals(
                                    new double[] {1, 2, 3}, found.array(name).values());
                        }
                    }
                    harmless++;
                } catch (InputException e) {
                    assertTrue(e.getMessage().startsWith(NAME), e.getMessage());
                }
            }
        }
        assertTrue(harmless < 8 * file.length / 2, harmless + " of " + 8 * file.length);
    }
}
