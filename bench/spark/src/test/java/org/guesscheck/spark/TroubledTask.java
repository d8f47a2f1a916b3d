package org.guesscheck.spark;

import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import scala.collection.Iterator;

/** A task with a trouble, which executors get in a jar of its own. */
final class TroubledTask extends PartTask {
    private static final long serialVersionUID = 1;

    /** What happens. */
    enum Trouble {
        /** The first attempt at the first task fails. */
        FAILS_ONCE,
        /** Every attempt at the first task fails. */
        FAILS,
        /** The first attempt at the first task does not end by itself. */
        STUCK
    }

    private final Trouble trouble;

    TroubledTask(Broadcast<byte[]> question, String fingerprint, int threads, String backend, Trouble trouble) {
        super(question, fingerprint, threads, backend);
        this.trouble = trouble;
    }

    @Override
    public Answer apply(Iterator<long[]> spans) {
        TaskContext context = TaskContext.get();
        boolean first = context.partitionId() == 0 && (trouble == Trouble.FAILS || context.attemptNumber() == 0);
        if (first && trouble == Trouble.STUCK) {
            try {
                Thread.sleep(Long.MAX_VALUE);
            } catch (InterruptedException e) {
                throw new IllegalStateException("ended early", e);
            }
        } else if (first) {
            throw new IllegalStateException("made to fail");
        }
        return super.apply(spans);
    }
}
