package org.guesscheck.nativekernels.blas;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import org.guesscheck.nativekernels.LibraryFile;
import org.guesscheck.nativekernels.Platform;

/** OpenBLAS, loaded at most once in a JVM. Its callers check the lengths of operands. */
final class OpenBlas {
    /** The property that names a library file. If it is set, no other file is tried. */
    static final String FILE = "guesscheck.openblas.library";

    private static final int ROW_MAJOR = 101;
    private static final int NO_TRANSPOSE = 111;
    private static final int TRANSPOSE = 112;

    /** The libraries that libopenblas needs come first: libopenblas then finds the loaded libraries by their names. */
    private static final List<String> FILES =
            List.of("libgcc_s.so.1", "libquadmath.so.0", "libgfortran.so.5", "libopenblas.so.0");

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT;
    private static final MemoryLayout POINTER = ValueLayout.ADDRESS;

    private final String path;
    private final MethodHandle gemm;
    private final MethodHandle gemv;
    private final MethodHandle setThreads;
    private final MethodHandle getThreads;
    private final String core;
    private final String config;

    private OpenBlas(String path, SymbolLookup symbols) {
        this.path = path;
        gemm = handle(
                symbols,
                "cblas_sgemm",
                FunctionDescriptor.ofVoid(
                        INT, INT, INT, INT, INT, INT, FLOAT, POINTER, INT, POINTER, INT, FLOAT, POINTER, INT));
        gemv = handle(
                symbols,
                "cblas_sgemv",
                FunctionDescriptor.ofVoid(INT, INT, INT, INT, FLOAT, POINTER, INT, POINTER, INT, FLOAT, POINTER, INT));
        setThreads = handle(symbols, "openblas_set_num_threads", FunctionDescriptor.ofVoid(INT));
        getThreads = handle(symbols, "openblas_get_num_threads", FunctionDescriptor.of(INT));
        core = text(handle(symbols, "openblas_get_corename", FunctionDescriptor.of(POINTER)));
        config = text(handle(symbols, "openblas_get_config", FunctionDescriptor.of(POINTER)));
    }

    private record Outcome(OpenBlas library, Exception failure) {}

    /** Loads on first use. A failure is kept, because a second try would fail in the same way. */
    private static final class Holder {
        static final Outcome OUTCOME = load(System.getProperty(FILE));
    }

    /**
     * The library.
     *
     * @throws UnsupportedOperationException if the library did not load, with its path and the reason
     */
    static OpenBlas get() {
        Outcome outcome = Holder.OUTCOME;
        if (outcome.library == null) {
            throw new UnsupportedOperationException(
                    "products openblas: " + outcome.failure.getMessage(), outcome.failure);
        }
        return outcome.library;
    }

    private static Outcome load(String named) {
        try {
            CoreType.correct();
            if (named != null) {
                Path file = Path.of(named).toAbsolutePath();
                return new Outcome(new OpenBlas(file.toString(), open(file)), null);
            }
            SymbolLookup symbols = null;
            String at = "";
            for (String name : FILES) {
                URL url = packed(name);
                symbols = LibraryFile.loaded(url, name, OpenBlas::open);
                at = LibraryFile.place(url);
            }
            return new Outcome(new OpenBlas(at, symbols), null);
        } catch (IOException | UnsupportedOperationException e) {
            return new Outcome(null, e);
        } catch (IllegalCallerException e) {
            return new Outcome(null, new IOException(LibraryFile.whyDenied(), e));
        }
    }

    private static URL packed(String name) throws IOException {
        String resource = "org/bytedeco/openblas/" + Platform.current() + "/" + name;
        URL url = OpenBlas.class.getClassLoader().getResource(resource);
        if (url == null) {
            throw new IOException(resource + " is not on the class path: add org.bytedeco:openblas with the classifier "
                    + Platform.current() + ", or name a system library with -D" + FILE);
        }
        return url;
    }

    @SuppressWarnings("restricted")
    private static SymbolLookup open(Path file) throws IOException {
        LibraryFile.checkWhole(file);
        try {
            return SymbolLookup.libraryLookup(file, Arena.global());
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    "the library " + file + " did not load (" + e.getMessage()
                            + "): it is damaged, made for another system, needs a library that is missing, or its"
                            + " directory is mounted noexec, in which case name another with -D"
                            + LibraryFile.DIRECTORY,
                    e);
        }
    }

    @SuppressWarnings("restricted")
    private MethodHandle handle(SymbolLookup symbols, String name, FunctionDescriptor descriptor) {
        MemorySegment function = symbols.find(name)
                .orElseThrow(() -> new UnsupportedOperationException(
                        "the library " + path + " has no function " + name + ": name an OpenBLAS with -D" + FILE));
        return Linker.nativeLinker().downcallHandle(function, descriptor);
    }

    @SuppressWarnings("restricted")
    private static String text(MethodHandle function) {
        try {
            MemorySegment text = (MemorySegment) function.invokeExact();
            return text.reinterpret(Long.MAX_VALUE).getString(0);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    /** The core type whose kernels are used. */
    String core() {
        return core;
    }

    /** The library's name and version, for example OpenBLAS 0.3.31. */
    String version() {
        String[] words = config.split(" ");
        return words.length > 1 ? words[0] + " " + words[1] : config;
    }

    /** The place of the loaded library, as text for people. */
    String path() {
        return path;
    }

    /** Sets the number of threads of a product, for the whole process. */
    void threads(int count) {
        try {
            setThreads.invokeExact(count);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    int threads() {
        try {
            return (int) getThreads.invokeExact();
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    /** c = op(a) op(b), m x n with sums of k terms; the strides are distances in floats from row to row. */
    void gemm(
            boolean transposeA,
            boolean transposeB,
            int m,
            int n,
            int k,
            MemorySegment a,
            int strideA,
            MemorySegment b,
            int strideB,
            MemorySegment c,
            int strideC) {
        try {
            gemm.invokeExact(
                    ROW_MAJOR,
                    transposeA ? TRANSPOSE : NO_TRANSPOSE,
                    transposeB ? TRANSPOSE : NO_TRANSPOSE,
                    m,
                    n,
                    k,
                    1f,
                    a,
                    strideA,
                    b,
                    strideB,
                    0f,
                    c,
                    strideC);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    /** y = op(a) x, where a is rows x cols and its rows are stride floats apart. */
    void gemv(boolean transpose, int rows, int cols, MemorySegment a, int stride, MemorySegment x, MemorySegment y) {
        try {
            gemv.invokeExact(
                    ROW_MAJOR, transpose ? TRANSPOSE : NO_TRANSPOSE, rows, cols, 1f, a, stride, x, 1, 0f, y, 1);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    private static RuntimeException impossible(Throwable e) {
        if (e instanceof RuntimeException mistake) {
            return mistake;
        }
        throw e instanceof Error error ? error : new AssertionError("a C function throws nothing", e);
    }
}
