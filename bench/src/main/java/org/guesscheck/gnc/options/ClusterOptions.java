package org.guesscheck.gnc.options;

import java.util.OptionalInt;
import org.guesscheck.gnc.text.InputException;
import picocli.CommandLine.Option;

/** A cluster that computes in place of this machine. */
public final class ClusterOptions {
    private static final int MOST_TASKS = 100_000;

    @Option(
            names = "--master",
            paramLabel = "URL",
            description =
                    "Compute on a cluster: the address of its Spark master, such as spark://host:7077. The result is"
                            + " the same; --threads and --backend are those of each task (one thread, auto).")
    private String master;

    @Option(
            names = "--tasks",
            paramLabel = "N",
            description = "With --master: tasks of each round of work (as many as take some 20 seconds each).")
    private Integer tasks;

    /**
     * Checks both before any work is done.
     *
     * @throws InputException if one is not allowed
     */
    public void check() {
        if (tasks != null && master == null) {
            throw new InputException("--tasks " + tasks + ": allowed only with --master");
        }
        if (tasks != null && (tasks < 1 || tasks > MOST_TASKS)) {
            throw new InputException("--tasks " + tasks + ": 1 to " + MOST_TASKS + " is allowed");
        }
    }

    /** Whether a cluster was asked for. */
    public boolean asked() {
        return master != null;
    }

    /** The address of the cluster's master. */
    public String master() {
        return master;
    }

    /** How many tasks were asked for in a round; empty to measure. */
    public OptionalInt tasks() {
        return tasks == null ? OptionalInt.empty() : OptionalInt.of(tasks);
    }
}
