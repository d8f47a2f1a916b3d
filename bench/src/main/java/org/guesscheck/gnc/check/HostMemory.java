package org.guesscheck.gnc.check;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What this process holds after a garbage collection.
 *
 * @param classes loaded classes
 * @param metaspace bytes that they take
 * @param code bytes of compiled code, which the JVM drops when it needs the space
 * @param heap bytes of objects
 * @param process bytes of memory that the process occupies; 0 where the system does not say so
 * @param threads live threads
 * @param files temporary files of this process's libraries
 */
record HostMemory(int classes, long metaspace, long code, long heap, long process, int threads, long files) {
    /** Classes and pages that the JVM still takes for itself, as a share of all. */
    private static final double NOISE = 0.03;

    static HostMemory now() {
        System.gc();
        ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
        return new HostMemory(
                classes.getLoadedClassCount(),
                pools("Metaspace"),
                pools("CodeHeap"),
                heapUsage().getUsed(),
                processBytes(),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                temporaryFiles());
    }

    private static MemoryUsage heapUsage() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    }

    private static long pools(String prefix) {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().startsWith(prefix))
                .map(MemoryPoolMXBean::getUsage)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
    }

    private static long processBytes() {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long temporaryFiles() {
        String own = "guesscheck-" + ProcessHandle.current().pid() + "-";
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith(own))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Requires that nothing has grown since an earlier time. */
    void compare(HostMemory before, Verdicts verdicts) {
        grown("classes", before.classes, classes, verdicts);
        grown("bytes of metaspace", before.metaspace, metaspace, verdicts);
        grown("bytes of objects", before.heap, heap, verdicts);
        if (process > 0 && heapStays()) {
            grown("bytes of the process", before.process, process, verdicts);
        }
        verdicts.add(threads <= before.threads, "threads %d, then %d", before.threads, threads);
        verdicts.add(files == 0, "temporary files %d", files);
    }

    /** Whether the heap had its full size from the start, so that the process grows by other memory alone. */
    private static boolean heapStays() {
        HotSpotDiagnosticMXBean jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        return jvm.getVMOption("AlwaysPreTouch").getValue().equals("true")
                && jvm.getVMOption("InitialHeapSize")
                        .getValue()
                        .equals(jvm.getVMOption("MaxHeapSize").getValue());
    }

    private static void grown(String name, long before, long after, Verdicts verdicts) {
        verdicts.add(
                after <= (1 + NOISE) * before,
                "%s %,d, then %,d (%+.1f%%)",
                name,
                before,
                after,
                100.0 * after / before - 100);
    }

    String text() {
        return String.format(
                Locale.ROOT,
                "%,d classes in %.1f MB, code %.1f MB, objects %.1f MB, process %.1f MB, %d threads, %d temporary"
                        + " files",
                classes,
                metaspace * 1e-6,
                code * 1e-6,
                heap * 1e-6,
                process * 1e-6,
                threads,
                files);
    }
}
