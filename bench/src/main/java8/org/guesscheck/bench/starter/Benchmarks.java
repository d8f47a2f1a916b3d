package org.guesscheck.bench.starter;

/**
 * Starts the benchmarks of benchmarks.jar. The class is compiled for Java 8, so that it runs on an old JDK and says that a newer one is
 * needed. Without it, JMH on an old JDK would print an empty table and exit with 0.
 */
public final class Benchmarks {
    private static final int NEEDED = 25;

    private Benchmarks() {}

    /** Starts JMH with the given arguments. */
    public static void main(String[] args) throws Exception {
        String wrong = whyNot(System.getProperty("java.specification.version"), System.getProperty("java.home"));
        if (!wrong.isEmpty()) {
            System.err.println(wrong);
            System.exit(1);
        }
        org.openjdk.jmh.Main.main(args);
    }

    /** Why a Java of this version, such as 1.8 or 17, can't run the benchmarks; empty if it can. */
    static String whyNot(String version, String home) {
        int feature = Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
        return feature >= NEEDED
                ? ""
                : "benchmarks.jar needs a JDK " + NEEDED + ", and this is Java " + feature + " (" + home
                        + "): start it with the java of a JDK " + NEEDED;
    }
}
