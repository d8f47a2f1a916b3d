package org.guesscheck.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SamplesTest {
    private static final Samples THREE = Samples.of(2, new float[] {1, 2, 3, 4, 5, 6}, new int[] {0, 4, 1});

    private static void refuses(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    @Test
    void aSampleIsARowWithItsLabel() {
        assertEquals(3, THREE.count());
        assertEquals(2, THREE.features());
        assertEquals(5, THREE.classes());
        assertEquals(4, THREE.label(1));
        assertEquals(3, THREE.feature(1, 0));
        assertEquals(6, THREE.feature(2, 1));
        float[] to = {-1, -1, -1, -1};
        THREE.copyFeatures(1, to, 1);
        assertArrayEquals(new float[] {-1, 3, 4, -1}, to);
    }

    @Test
    void noOneChangesSamples() {
        float[] values = {1, 2};
        int[] labels = {0, 1};
        Samples samples = Samples.of(1, values, labels);
        values[0] = 9;
        labels[0] = 9;
        samples.values()[1] = 9;
        samples.labels()[1] = 9;
        assertArrayEquals(new float[] {1, 2}, samples.values());
        assertArrayEquals(new int[] {0, 1}, samples.labels());
    }

    @Test
    void selectionKeepsOrderAndRepeats() {
        Samples chosen = THREE.select(2, 0, 2);
        assertArrayEquals(new float[] {5, 6, 1, 2, 5, 6}, chosen.values());
        assertArrayEquals(new int[] {1, 0, 1}, chosen.labels());
        assertEquals(2, chosen.classes());
    }

    @Test
    void aContradictionIsFoundWhereItIs() {
        float[] values = {7, 0, 1, 2, 7, -0f, 1, 2, 7, 0};
        assertArrayEquals(
                new int[] {0, 2},
                Samples.of(2, values, new int[] {0, 1, 1, 1, 1}).contradiction().orElseThrow());
        assertArrayEquals(
                new int[] {1, 3},
                Samples.of(2, values, new int[] {0, 1, 0, 2, 0}).contradiction().orElseThrow());
        assertTrue(
                Samples.of(2, values, new int[] {0, 1, 0, 1, 0}).contradiction().isEmpty());
    }

    @Test
    void badSamplesAreRefused() {
        refuses("features: 0; at least 1 is allowed", () -> Samples.of(0, new float[] {1}, new int[] {1}));
        refuses("labels: none; at least one sample is needed", () -> Samples.of(1, new float[0], new int[0]));
        refuses(
                "values: 3 numbers; 2 samples x 2 features = 4 are needed",
                () -> Samples.of(2, new float[3], new int[2]));
        refuses(
                "values: 0 numbers; 4 samples x 1073741824 features = 4294967296 are needed",
                () -> Samples.of(1 << 30, new float[0], new int[4]));
        refuses(
                "labels[1]: -1; 0 to 2147483646 is allowed",
                () -> Samples.of(1, new float[] {1, 2}, new int[] {0, -1}));
        refuses(
                "labels[0]: 2147483647; 0 to 2147483646 is allowed",
                () -> Samples.of(1, new float[] {1}, new int[] {Integer.MAX_VALUE}));
        for (Map.Entry<Float, String> bad : Map.of(
                        Float.NaN, "NaN", Float.NEGATIVE_INFINITY, "-Infinity", Math.nextUp(1e14f), "1.0000001E14")
                .entrySet()) {
            refuses(
                    "values[1]: " + bad.getValue() + "; -1e14 to 1e14 is allowed",
                    () -> Samples.of(1, new float[] {-1e14f, bad.getKey()}, new int[] {0, 1}));
        }
        refuses("indices: none; at least one sample is needed", THREE::select);
        refuses("indices[1]: 3; 0 to 2 is allowed", () -> THREE.select(0, 3));
        refuses("indices[0]: -1; 0 to 2 is allowed", () -> THREE.select(-1));
    }

    @Test
    void whatIsNotThereIsNotRead() {
        for (Executable call : List.<Executable>of(
                () -> THREE.feature(0, 2),
                () -> THREE.feature(1, -1),
                () -> THREE.feature(3, 0),
                () -> THREE.copyFeatures(3, new float[2], 0),
                () -> THREE.copyFeatures(0, new float[2], 1))) {
            assertThrows(IndexOutOfBoundsException.class, call);
        }
    }
}
