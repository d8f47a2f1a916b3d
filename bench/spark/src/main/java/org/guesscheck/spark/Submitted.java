package org.guesscheck.spark;

import java.util.Arrays;
import java.util.List;
import org.guesscheck.gnc.cli.Gnc;

/** The main class for spark-submit: the command, on the cluster that spark-submit was told. */
public final class Submitted {
    private static final int JAVA = 25;
    private static final List<String> DIVIDED = List.of("estimate", "descend", "sweep", "learn");
    private static final String MASTER = "--master";

    private Submitted() {}

    /** Runs the command with the arguments that follow the jar's name. */
    public static void main(String[] args) {
        int java = Runtime.version().feature();
        if (java < JAVA) {
            System.err.println("gnc: this is Java " + java + "; spark-submit needs a JDK " + JAVA + " in JAVA_HOME");
            System.exit(2);
        }
        Gnc.main(onCluster(args, System.getProperty("spark.master")));
    }

    /** Adds the master to a command that can be divided, unless it is there. */
    static String[] onCluster(String[] args, String master) {
        if (master == null
                || args.length == 0
                || !DIVIDED.contains(args[0])
                || Arrays.stream(args).anyMatch(arg -> arg.equals(MASTER) || arg.startsWith(MASTER + "="))) {
            return args;
        }
        String[] all = Arrays.copyOf(args, args.length + 2);
        all[args.length] = MASTER;
        all[args.length + 1] = master;
        return all;
    }
}
