package org.guesscheck.gnc.cluster;

/** Connects to the clusters of one kind. Found through {@link java.util.ServiceLoader}, so that the command itself needs no engine. */
public interface EngineProvider {
    /** What a master's address looks like, for a sentence, such as "spark://HOST:PORT". */
    String addresses();

    /** Whether an address is of this kind. */
    boolean knows(String master);

    /**
     * Connects.
     *
     * @param master an address of this kind
     * @param settings how tasks compute
     * @param debug whether the engine's own messages are shown
     * @throws org.guesscheck.gnc.text.InputException if nothing answers at the address, naming it
     * @throws ClusterFailure if the master refuses
     */
    Engine connect(String master, TaskSettings settings, boolean debug);
}
