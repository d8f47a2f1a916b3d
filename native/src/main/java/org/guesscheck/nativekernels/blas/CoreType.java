package org.guesscheck.nativekernels.blas;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The kernels that OpenBLAS takes. Version 0.3.31 takes AMD processors that it does not know for a Haswell and runs at half
 * their speed; the variable OPENBLAS_CORETYPE, which it reads while it is loaded, corrects that.
 */
final class CoreType {
    static final String VARIABLE = "OPENBLAS_CORETYPE";

    /** What the SkylakeX kernels need. */
    private static final List<String> NEEDED = List.of("avx512f", "avx512cd", "avx512bw", "avx512dq", "avx512vl");

    private static final Path DESCRIPTION = Path.of("/proc/cpuinfo");

    /** The cores whose kernels have vectors of 512 bits. */
    private static final List<String> WIDE = List.of("SkylakeX", "Cooperlake", "SapphireRapids");

    /** The cores whose kernels have vectors of 256 bits and fused multiply-add. */
    private static final List<String> MEDIUM = List.of("Haswell", "Zen");

    private CoreType() {}

    /** Whether a core's kernels are those for this processor; empty where that can't be told. */
    static String verdict(String core) {
        try {
            return Files.isReadable(DESCRIPTION) ? verdict(core, Files.readString(DESCRIPTION)) : "";
        } catch (IOException e) {
            return "";
        }
    }

    /** The verdict for a processor with this description, as Linux gives it. */
    static String verdict(String core, String cpuinfo) {
        List<String> words = List.of(cpuinfo.split("\\s+"));
        if (!words.containsAll(List.of("fma", "avx2"))) {
            return "";
        }
        boolean wide = words.containsAll(NEEDED);
        if (wide ? WIDE.contains(core) : MEDIUM.contains(core)) {
            return "which match this CPU";
        }
        return "which do not match this CPU with " + (wide ? "AVX-512" : "AVX2") + ": start the JVM with " + VARIABLE
                + "=" + (wide ? WIDE : MEDIUM).getFirst() + " in its environment";
    }

    /** The core type for a processor with this description, as Linux gives it; empty for OpenBLAS' own choice. */
    static String of(String cpuinfo) {
        List<String> words = List.of(cpuinfo.split("\\s+"));
        boolean wide = words.contains("AuthenticAMD") && words.containsAll(NEEDED);
        return wide ? "SkylakeX" : "";
    }

    /** Sets the variable in this process, unless the user has set it. */
    static void correct() throws IOException {
        if (System.getenv(VARIABLE) != null || !Files.isReadable(DESCRIPTION)) {
            return;
        }
        String type = of(Files.readString(DESCRIPTION));
        if (!type.isEmpty()) {
            set(type);
        }
    }

    /** Java's own view of the environment is a copy; the library reads the process's. */
    @SuppressWarnings("restricted")
    private static void set(String value) {
        Linker linker = Linker.nativeLinker();
        MethodHandle setenv = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("setenv"),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocateFrom(VARIABLE);
            int failed = (int) setenv.invokeExact(name, arena.allocateFrom(value), 0);
            if (failed != 0) {
                throw new IllegalStateException("setenv " + VARIABLE + " failed");
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError("a C function throws nothing", e);
        }
    }
}
