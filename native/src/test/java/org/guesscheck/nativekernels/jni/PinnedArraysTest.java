package org.guesscheck.nativekernels.jni;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Made-up JVMs whose collector moves arrays that C works on, and such as do not. */
class PinnedArraysTest {
    private static final List<String> G1 = List.of("G1 Young Generation", "G1 Concurrent GC", "G1 Old Generation");
    private static final List<String> PARALLEL = List.of("PS MarkSweep", "PS Scavenge");

    private static String whyNot(String version, List<String> collectors) {
        return PinnedArrays.whyNot(Runtime.Version.parse(version), Optional.of(collectors));
    }

    @ParameterizedTest
    @ValueSource(strings = {"25", "25+36-LTS", "25.0.1", "25.0.2+10", "25.0.2.1"})
    void g1IsRefusedOnVersionsThatMoveArrays(String version) {
        String reason = whyNot(version, G1);
        assertTrue(reason.startsWith("G1, which this JVM uses, may move arrays that C works on in JDK 25.0."), reason);
        assertTrue(reason.endsWith(": take JDK 25.0.3 or newer, or add -XX:+UseParallelGC"), reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"25", "25.0.1", "25.0.2"})
    void otherCollectorsAreNot(String version) {
        for (List<String> names : List.of(
                PARALLEL, List.of("Copy", "MarkSweepCompact"), List.of("ZGC Minor Cycles"), List.<String>of())) {
            assertEquals("", whyNot(version, names), names::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"25.0.3", "25.0.3+9-LTS", "25.0.10", "25.1", "26", "27-ea"})
    void otherVersionsAreNot(String version) {
        assertEquals("", whyNot(version, G1));
        assertEquals("", PinnedArrays.whyNot(Runtime.Version.parse(version), Optional.empty()));
    }

    @Test
    void aCollectorThatIsNotKnownMayBeG1() {
        String reason = PinnedArrays.whyNot(Runtime.Version.parse("25.0.2"), Optional.empty());
        assertTrue(reason.startsWith("G1, which this JVM may use (its module java.management is missing"), reason);
    }

    @Test
    void thisJvmsCollectorsAreSeen() {
        List<String> expected = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(GarbageCollectorMXBean::getName)
                .toList();
        assertFalse(expected.isEmpty());
        assertEquals(Optional.of(expected), PinnedArrays.collectors());
    }

    @Test
    void theFamilyGivesTheReason() {
        JniProvider provider = new JniProvider(() -> whyNot("25.0.2", G1));
        String missing = JniProvider.whyNoTier();
        assertEquals(missing.isEmpty() ? whyNot("25.0.2", G1) : missing, provider.whyNot());
        String said = assertThrows(UnsupportedOperationException.class, () -> provider.backend("jni"))
                .getMessage();
        assertEquals("backend jni: " + provider.whyNot(), said);
        assertEquals(missing, new JniProvider(() -> "").whyNot());
    }

    /** Its matrices are not on the heap. */
    @Test
    void sparseProductsGoOn() {
        assertEquals(JniProvider.whyNoTier(), new JniSparseProvider().whyNot());
    }
}
