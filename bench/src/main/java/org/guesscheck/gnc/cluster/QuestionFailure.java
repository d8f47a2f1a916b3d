package org.guesscheck.gnc.cluster;

/** A question that failed on a cluster for a reason of its own, such as a lack of memory; other questions may be computed there. */
public final class QuestionFailure extends ClusterFailure {
    private static final long serialVersionUID = 1;

    /** Takes the sentence. */
    public QuestionFailure(String sentence) {
        super(sentence);
    }

    /** Takes the sentence, and what the engine said. */
    public QuestionFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
