package org.guesscheck.gnc.cluster;

/** Work on a cluster that failed, told in one sentence; the command exits with 1. */
public sealed class ClusterFailure extends RuntimeException permits QuestionFailure {
    private static final long serialVersionUID = 1;

    /** Takes the sentence. */
    public ClusterFailure(String sentence) {
        super(sentence);
    }

    /** Takes the sentence, and what the engine said. */
    public ClusterFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
