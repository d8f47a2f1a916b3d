package org.guesscheck.nativekernels.jni;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A tier of instruction sets for which the kernels are compiled.
 *
 * @param index its number in the library, by rising preference
 * @param name for example {@code avx2}
 * @param runsHere whether processor and operating system can run it
 */
record Tier(int index, String name, boolean runsHere) {
    /** The property that names the highest tier to use. */
    static final String CAP = "guesscheck.isa";

    /** The environment variable that names the highest tier, used if the property is not set. */
    static final String CAP_VARIABLE = "GUESSCHECK_ISA";

    /** All tiers of the loaded library. */
    static List<Tier> all() {
        return IntStream.range(0, Bridge.tiers())
                .mapToObj(i -> new Tier(i, Bridge.tierName(i), Bridge.runsHere(i)))
                .toList();
    }

    /**
     * The tiers up to the highest tier that the property or the variable allows.
     *
     * @throws IllegalArgumentException if the property or the variable names no tier of this platform
     */
    static List<Tier> upToCap(List<Tier> all) {
        String property = System.getProperty(CAP);
        String cap = property != null ? property : System.getenv(CAP_VARIABLE);
        if (cap == null || cap.isEmpty()) {
            return all;
        }
        List<String> names = all.stream().map(Tier::name).toList();
        int last = names.indexOf(cap);
        if (last < 0) {
            throw new IllegalArgumentException((property != null ? CAP : CAP_VARIABLE) + ": '" + cap + "'; "
                    + String.join(", ", names) + " is allowed here");
        }
        return all.subList(0, last + 1);
    }
}
