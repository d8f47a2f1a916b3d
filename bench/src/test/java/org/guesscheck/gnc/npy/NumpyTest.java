package org.guesscheck.gnc.npy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.guesscheck.gnc.python.Python;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** NumPy itself reads what is written here, and what it writes is read. */
class NumpyTest {
    private static final List<String> TYPES = List.of("?", "b", "B", "h", "H", "i", "I", "q", "Q", "f", "d");

    @TempDir
    private Path directory;

    private void python(String program) throws IOException, InterruptedException {
        Python.Printed printed = Python.with("numpy").run(directory, "-c", program);
        assertEquals(0, printed.code(), printed.text());
    }

    @Test
    void everyTypeOrderAndShapeOfNumpyIsRead() throws IOException, InterruptedException {
        python("""
            import io, numpy as np
            arrays = {}
            for kind in "?bBhHiIqQfd":
                for order in "<>":
                    for layout in "CF":
                        x = np.array(np.arange(24).reshape(2, 3, 4), dtype=np.dtype(kind).newbyteorder(order), order=layout)
                        arrays[f"{kind}{'l' if order == '<' else 'b'}{layout}"] = x
            np.savez("stored.npz", **arrays)
            np.savez_compressed("deflated.npz", **arrays)
            class Pipe(io.RawIOBase):
                def __init__(self, file): self.file = file
                def writable(self): return True
                def write(self, data): return self.file.write(data)
            with open("piped.npz", "wb") as file:
                np.savez(Pipe(file), **arrays)
            with open("second.npy", "wb") as file:
                np.lib.format.write_array(file, arrays["dlC"], version=(2, 0))
            """);
        List<String> names = new ArrayList<>();
        for (String type : TYPES) {
            for (String layout : List.of("lC", "lF", "bC", "bF")) {
                names.add(type + layout);
            }
        }
        double[] expected = new double[24];
        double[] truths = new double[24];
        for (int i = 0; i < 24; i++) {
            expected[i] = i;
            truths[i] = i == 0 ? 0 : 1;
        }
        for (String file : List.of("stored.npz", "deflated.npz", "piped.npz")) {
            NpzFile read = NpzFile.read(Files.readAllBytes(directory.resolve(file)), file, names);
            for (String name : names) {
                NpyArray array = read.array(name);
                assertArrayEquals(new int[] {2, 3, 4}, array.shape(), file + " " + name);
                assertArrayEquals(name.startsWith("?") ? truths : expected, array.values(), file + " " + name);
            }
        }
        assertArrayEquals(
                expected,
                NpyArray.read(Files.readAllBytes(directory.resolve("second.npy")), "second.npy")
                        .values());
    }

    @Test
    void numpyReadsWhatIsWritten() throws IOException, InterruptedException {
        try (OutputStream out = Files.newOutputStream(directory.resolve("ours.npz"));
                NpzWriter npz = new NpzWriter(out)) {
            npz.put("d", new double[] {0.1, Double.NaN, Double.NEGATIVE_INFINITY, -0.0}, 2, 2)
                    .put("f", new float[] {0.1f, 3}, 2)
                    .put("q", new long[] {Long.MIN_VALUE, Long.MAX_VALUE}, 2, 1)
                    .put("t", new boolean[] {true, false}, 2)
                    .put("one", new long[] {5})
                    .put("none", new double[0], 0)
                    .putRows("rows", r -> new double[] {r, -r, 0.5}, 4, 3);
        }
        python("""
            import zipfile, numpy as np
            assert zipfile.ZipFile("ours.npz").testzip() is None
            z = np.load("ours.npz", allow_pickle=False)
            assert sorted(z) == ["d", "f", "none", "one", "q", "rows", "t"], sorted(z)
            def equal(name, expected):
                assert z[name].dtype == expected.dtype and z[name].shape == expected.shape, name
                assert z[name].tobytes() == expected.tobytes(), name
            equal("d", np.array([[0.1, np.nan], [-np.inf, -0.0]]))
            equal("f", np.array([0.1, 3], np.float32))
            equal("q", np.array([[-2**63], [2**63 - 1]]))
            equal("t", np.array([True, False]))
            equal("one", np.array(5))
            equal("none", np.array([]))
            equal("rows", np.array([[r, -r, 0.5] for r in range(4)]) + 0.0)
            """);
    }
}
