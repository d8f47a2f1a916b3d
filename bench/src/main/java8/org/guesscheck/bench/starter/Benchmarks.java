package org.guesscheck.bench.starter;

/**
 * Starts the benchmarks of benchmarks.jar. It is compiled for Java 8, so that it can say which JDK is needed on one that can
 * load no other class of this project: there JMH would print an empty table and end as if all were well.
 */
public final class Benchmarks {
    private static final int NEEDED = 25;

    private Benchmarks() {}

    /** Starts JMH with its own arguments. */
    public static void main(String[] args) throws Exception {
        String wrong = whyNot(System.getProperty("java.specification.version"), System.getProperty("java.home"));
        if (!wrong.isEmpty()) {
            System.err.println(wrong);
            System.exit(1);
        }
        org.openjdk.jmh.Main.main(args);
    }

    /** Why a Java of this version, such as 1.8 or 17, won't do; empty if it will. */
    static String whyNot(String version, String home) {
        int feature = Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
        return feature >= NEEDED
                ? ""
                : "benchmarks.jar needs a JDK " + NEEDED + ", and this is Java " + feature + " (" + home
                        + "): start it with the java of a JDK " + NEEDED;
    }
}
