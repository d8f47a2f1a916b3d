package org.guesscheck.core.descent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The free memory of made-up systems: files as Linux has them, below a folder. */
class FreeMemoryTest {
    private static final long MIB = 1 << 20;
    private static final String VERSION_2 = "30 24 0:26 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw,nsdelegate\n";
    private static final String VERSION_1 = "35 31 0:33 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory\n";

    @TempDir
    private Path root;

    @BeforeEach
    void aMachineWithFourGibibytes() throws IOException {
        write("proc/meminfo", "MemTotal: 9000000 kB\nMemAvailable: " + 4096 * 1024 + " kB\n");
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void groups(String own, String mounts) throws IOException {
        write("proc/self/cgroup", own);
        write("proc/self/mountinfo", "22 27 0:21 / /proc rw,relatime - proc proc rw\n" + mounts);
    }

    /** A group of version 2 in MiB; a limit below 0 is none. */
    private void group(String folder, long limit, long usage, long files) throws IOException {
        write(folder + "/memory.max", limit < 0 ? "max\n" : limit * MIB + "\n");
        write(folder + "/memory.current", usage * MIB + "\n");
        write(folder + "/memory.stat", "anon 5\ninactive_file " + files * MIB + "\nactive_file 0\nkernel 7\n");
    }

    private long free() {
        long bytes = FreeMemory.bytes(root);
        assertEquals(0, bytes % MIB);
        return bytes / MIB;
    }

    @Test
    void withoutGroupsItIsTheMachines() throws IOException {
        assertEquals(4096, free());
        groups("0::/\n", VERSION_2);
        assertEquals(4096, free());
    }

    @Test
    void aSystemThatSaysNothingHasNoLimit() {
        assertEquals(Long.MAX_VALUE, FreeMemory.bytes(root.resolve("elsewhere")));
    }

    @Test
    void aContainersLimitLessWhatItHoldsCounts() throws IOException {
        groups("0::/\n", VERSION_2);
        group("sys/fs/cgroup", 1024, 300, 100);
        assertEquals(1024 - 200, free());
    }

    @Test
    void theMachineCountsWhereTheLimitIsWider() throws IOException {
        groups("0::/\n", VERSION_2);
        group("sys/fs/cgroup", 100_000, 300, 100);
        assertEquals(4096, free());
    }

    @Test
    void theNarrowestOfNestedGroupsCounts() throws IOException {
        groups("0::/pod/container/job\n", VERSION_2);
        group("sys/fs/cgroup/pod/container/job", -1, 100, 0);
        group("sys/fs/cgroup/pod/container", 2000, 100, 0);
        group("sys/fs/cgroup/pod", 1500, 1000, 200);
        group("sys/fs/cgroup/other", 10, 0, 0);
        assertEquals(1500 - 800, free());
        group("sys/fs/cgroup/pod/container/job", 300, 100, 0);
        assertEquals(200, free());
    }

    @Test
    void aLimitThatThrottlesCounts() throws IOException {
        groups("0::/job\n", VERSION_2);
        group("sys/fs/cgroup/job", 2000, 100, 0);
        write("sys/fs/cgroup/job/memory.high", 1000 * MIB + "\n");
        assertEquals(900, free());
    }

    @Test
    void aGroupThatIsFullHasNothingLeft() throws IOException {
        groups("0::/job\n", VERSION_2);
        group("sys/fs/cgroup/job", 100, 120, 0);
        assertEquals(0, free());
    }

    @Test
    void versionOneIsRead() throws IOException {
        String mounts = "32 31 0:29 / /sys/fs/cgroup/cpu rw - cgroup cgroup rw,cpu\n" + VERSION_1;
        groups("9:name=systemd:/\n4:hugetlb,memory:/docker/a\n1:cpu:/\n0::/\n", mounts);
        write("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
        write("sys/fs/cgroup/memory/memory.usage_in_bytes", 900 * MIB + "\n");
        write("sys/fs/cgroup/memory/docker/a/memory.limit_in_bytes", 512 * MIB + "\n");
        write("sys/fs/cgroup/memory/docker/a/memory.usage_in_bytes", 200 * MIB + "\n");
        write(
                "sys/fs/cgroup/memory/docker/a/memory.stat",
                "inactive_file 0\ntotal_inactive_file " + 50 * MIB + "\ntotal_active_file " + 30 * MIB + "\n");
        assertEquals(512 - 120, free());
    }

    /** Inside of a container the own group is mounted as the top, under its path outside. */
    @Test
    void theMountsOwnTopIsLeftOut() throws IOException {
        groups(
                "4:memory:/docker/a/inner\n",
                "35 31 0:33 /docker/a /sys/fs/cgroup/memory ro - cgroup cgroup rw,memory\n");
        write("sys/fs/cgroup/memory/memory.limit_in_bytes", 700 * MIB + "\n");
        write("sys/fs/cgroup/memory/memory.usage_in_bytes", 0 + "\n");
        write("sys/fs/cgroup/memory/inner/memory.limit_in_bytes", 600 * MIB + "\n");
        write("sys/fs/cgroup/memory/inner/memory.usage_in_bytes", 0 + "\n");
        assertEquals(600, free());
    }

    /** A namespace of groups shows paths that lead out of what is mounted. */
    @Test
    void aPathOutsideOfTheMountMeansItsTop() throws IOException {
        groups("0::/../../elsewhere\n", VERSION_2);
        group("sys/fs/cgroup", 800, 100, 0);
        assertEquals(700, free());
    }

    @Test
    void aMountPointWithABlankIsRead() throws IOException {
        groups("0::/job\n", "30 24 0:26 / /sys/my\\040groups rw shared:4 - cgroup2 cgroup2 rw\n");
        group("sys/my groups/job", 500, 100, 0);
        assertEquals(400, free());
    }

    @Test
    void filesThatSayNothingOfUseAreLeftOut() throws IOException {
        groups("nonsense\n0::/job\n", "also nonsense\n" + VERSION_2);
        write("sys/fs/cgroup/job/memory.max", "a lot\n");
        assertEquals(4096, free());
        write("sys/fs/cgroup/job/memory.max", 300 * MIB + "\n");
        assertEquals(300, free());
    }
}
