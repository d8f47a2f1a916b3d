package org.guesscheck.gnc.terminal;

/** The remedy for memory that the JVM did not get. */
public final class LackOfMemory {
    private static final String LACK = "not enough memory";

    private LackOfMemory() {}

    /** One sentence; the JVM's own message tells whether its heap is full or the system refused memory. */
    public static String sentence(OutOfMemoryError error) {
        String said = error.getMessage() == null ? "" : error.getMessage();
        if (said.startsWith("Unable to allocate") || said.startsWith("Cannot reserve")) {
            return LACK + " outside of the heap (" + said
                    + "); a smaller --width, --depth, --rows or --cols is allowed (learn: --layers, --samples),"
                    + " or a higher limit of the system";
        }
        long mebibytes = Runtime.getRuntime().maxMemory() >> 20;
        return LACK + ": the heap of " + mebibytes + " MiB is too small for this problem (--problem, --rows, --cols,"
                + " --measurements; learn: --samples, --test) and network (--width,"
                + " --depth; learn: --layers); smaller ones are allowed, or a"
                + " larger heap (GNC_JAVA_OPTS=-Xmx" + 2 * mebibytes + "m)";
    }
}
