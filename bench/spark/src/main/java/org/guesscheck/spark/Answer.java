package org.guesscheck.spark;

import java.io.Serializable;

/** What a task returns: a part, or why no attempt on that machine could compute it. */
final class Answer implements Serializable {
    private static final long serialVersionUID = 1;

    private final byte[] part;
    private final String refusal;

    private final boolean ofQuestion;

    private Answer(byte[] part, String refusal, boolean ofQuestion) {
        this.part = part;
        this.refusal = refusal;
        this.ofQuestion = ofQuestion;
    }

    static Answer of(byte[] part) {
        return new Answer(part, null, false);
    }

    /** A sentence that names the machine, which can compute no question; the whole work is given up. */
    static Answer refused(String sentence) {
        return new Answer(null, sentence, false);
    }

    /** A sentence that names the machine, which can't compute this question; others may be computed. */
    static Answer refusedQuestion(String sentence) {
        return new Answer(null, sentence, true);
    }

    /** Whether another question may be computed there. */
    boolean ofQuestion() {
        return ofQuestion;
    }

    /** The part in bytes; null if it was refused. */
    byte[] part() {
        return part;
    }

    /** The sentence; null if there is a part. */
    String refusal() {
        return refusal;
    }
}
