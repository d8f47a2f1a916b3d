package org.guesscheck.nativekernels.jni;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;

/**
 * Whether the garbage collector leaves arrays in place while C works on them. G1 of JDK 25.0.0 to 25.0.2 may move such arrays
 * (JDK-8377811). C would then read and write memory of other objects.
 */
final class PinnedArrays {
    private static final String MODULE = "java.management";
    private static final int FEATURE = 25;
    private static final int FIRST_GOOD_UPDATE = 3;

    private PinnedArrays() {}

    /** Why C must not work on this JVM's arrays, in one sentence that says what to do; empty if it may. */
    static String whyNotHere() {
        return whyNot(Runtime.version(), collectors());
    }

    /** The same for a given version and the names of its collectors; without names if they are unknown. */
    static String whyNot(Runtime.Version version, Optional<List<String>> collectors) {
        boolean faulty = version.feature() == FEATURE && version.interim() == 0 && version.update() < FIRST_GOOD_UPDATE;
        boolean g1 = collectors
                .map(names -> names.stream().anyMatch(name -> name.startsWith("G1 ")))
                .orElse(true);
        if (!faulty || !g1) {
            return "";
        }
        String seen = collectors.isPresent()
                ? "G1, which this JVM uses"
                : "G1, which this JVM may use (its module " + MODULE + " is missing, so that can't be seen)";
        return seen + ", may move arrays that C works on in JDK " + version.feature() + "." + version.interim() + "."
                + version.update() + " (JDK-8377811): take JDK 25.0.3 or newer, or add -XX:+UseParallelGC";
    }

    static Optional<List<String>> collectors() {
        if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(GarbageCollectorMXBean::getName)
                .toList());
    }
}
