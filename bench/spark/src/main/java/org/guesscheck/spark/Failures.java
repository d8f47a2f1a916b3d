package org.guesscheck.spark;

import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.SparkContext;
import org.guesscheck.gnc.cluster.ClusterFailure;

/** What Spark's messages say in their first line; stack traces of other machines follow it. */
final class Failures {
    private static final String RECENT = "most recent failure: ";

    /** The sentence about an application that is over. */
    static final String ENDED = "the cluster ended this application";

    private Failures() {}

    /** Asks something of Spark, which says nothing of use to those who ask an application that is over. */
    static <T> T whileRunning(SparkContext context, Supplier<T> asking) {
        try {
            return asking.get();
        } catch (RuntimeException e) {
            throw context.isStopped() ? new ClusterFailure(ENDED, e) : e;
        }
    }

    /** The sentence about a job that Spark gave up. */
    static String ofJob(Throwable failure) {
        String message = Optional.ofNullable(failure.getMessage()).orElse(failure.toString());
        int recent = message.indexOf(RECENT);
        return recent < 0
                ? "the cluster gave the work up: " + firstLine(failure)
                : "a task failed again and again: "
                        + message.substring(recent + RECENT.length())
                                .lines()
                                .findFirst()
                                .orElse("");
    }

    /** The first line of a message. */
    static String firstLine(Throwable failure) {
        return Optional.ofNullable(failure.getMessage())
                .orElse(failure.toString())
                .lines()
                .findFirst()
                .orElse(failure.getClass().getSimpleName());
    }
}
