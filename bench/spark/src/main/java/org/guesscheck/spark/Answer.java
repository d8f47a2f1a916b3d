package org.guesscheck.spark;

import java.io.Serializable;

/** What a task returns: a part, or why no attempt on that machine could compute it. */
final class Answer implements Serializable {
    private static final long serialVersionUID = 1;

    private final byte[] part;
    private final String refusal;

    private Answer(byte[] part, String refusal) {
        this.part = part;
        this.refusal = refusal;
    }

    static Answer of(byte[] part) {
        return new Answer(part, null);
    }

    /** A sentence that names the machine; the whole work is given up. */
    static Answer refused(String sentence) {
        return new Answer(null, sentence);
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
