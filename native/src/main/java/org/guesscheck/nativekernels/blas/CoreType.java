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
import java.util.regex.Pattern;

/**
 * The core type by which OpenBLAS chooses its kernels. Version 0.3.31 uses the kernels of a Haswell for an AMD processor that it
 * does not know, and then reaches half of the processor's speed. The variable OPENBLAS_CORETYPE, which OpenBLAS reads while it is
 * loaded, corrects the choice. For a Zen 4, which computes vectors of 512 bits in two halves, Haswell is right: at 1,024 x 1,024 one
 * core reached 104 GFLOP/s as a Haswell and 96 as a SkylakeX.
 */
final class CoreType {
    static final String VARIABLE = "OPENBLAS_CORETYPE";

    /** The CPU's features that the SkylakeX kernels need, as /proc/cpuinfo names them. */
    private static final List<String> NEEDED = List.of("avx512f", "avx512cd", "avx512bw", "avx512dq", "avx512vl");

    private static final Path DESCRIPTION = Path.of("/proc/cpuinfo");

    /** Core types whose kernels have vectors of 512 bits. */
    private static final List<String> WIDE = List.of("SkylakeX", "Cooperlake", "SapphireRapids");

    /** Core types whose kernels have vectors of 256 bits and fused multiply-add. */
    private static final List<String> MEDIUM = List.of("Haswell", "Zen");

    private static final Pattern FAMILY_OF_ZEN_4 = Pattern.compile("cpu family\\s*: 25\\s");

    private CoreType() {}

    /** Whether a core type's kernels match this processor, as text after "kernels, "; empty if it is unknown. */
    static String verdict(String core) {
        try {
            return Files.isReadable(DESCRIPTION) ? verdict(core, Files.readString(DESCRIPTION)) : "";
        } catch (IOException e) {
            return "";
        }
    }

    /** The verdict for the processor that a text of /proc/cpuinfo describes. */
    static String verdict(String core, String cpuinfo) {
        List<String> words = List.of(cpuinfo.split("\\s+"));
        if (!words.containsAll(List.of("fma", "avx2"))) {
            return "";
        }
        boolean wide = words.containsAll(NEEDED);
        boolean medium = !wide || inHalves(cpuinfo);
        if (wide && WIDE.contains(core) || medium && MEDIUM.contains(core)) {
            return "which match this CPU";
        }
        return "which do not match this CPU with " + (wide ? "AVX-512" : "AVX2") + ": start the JVM with " + VARIABLE
                + "=" + (medium ? MEDIUM : WIDE).getFirst() + " in its environment";
    }

    /** Whether an AMD processor that has vectors of 512 bits computes them in two halves, as Zen 4 does; Zen 3, of its family, has none. */
    private static boolean inHalves(String cpuinfo) {
        return cpuinfo.contains("AuthenticAMD")
                && FAMILY_OF_ZEN_4.matcher(cpuinfo).find();
    }

    /** The core type for the processor that a text of /proc/cpuinfo describes; empty for OpenBLAS' own choice. */
    static String of(String cpuinfo) {
        List<String> words = List.of(cpuinfo.split("\\s+"));
        boolean wide = words.contains("AuthenticAMD") && words.containsAll(NEEDED);
        return wide ? (inHalves(cpuinfo) ? MEDIUM : WIDE).getFirst() : "";
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

    /** By C's setenv, because the library reads the process's environment, of which Java has a copy. */
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
