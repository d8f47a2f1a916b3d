package org.guesscheck.gnc.cluster;

/** The machines of a cluster, connected to compute parts of questions, of which several threads may ask some each. */
public interface Engine extends AutoCloseable {
    /** How many tasks can run at once: at least 1, also while no machine has joined. */
    int slots();

    /** What the machines do now. */
    Activity activity();

    /** How long the tasks took that have ended well. */
    TaskTime taskTime();

    /** Sends a question to the machines, of which tasks can then compute parts. */
    SentQuestion send(ClusterQuestion question);

    /** Ends what still runs, and leaves the cluster. */
    @Override
    void close();
}
