package org.guesscheck.gnc.cluster;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/**
 * Lets units of work in as long as their tasks leave machines of a cluster idle. A unit without tasks is one that this machine prepares;
 * of these there are no more than it has processors. Units inside are few, so that the first ones are finished early and little is
 * lost with the driver.
 */
public final class Admission {
    private static final long MOMENT_MILLISECONDS = 50;

    /** Tasks for each slot, so that a slot that becomes free has the next one. */
    private static final int AHEAD = 2;

    private final IntSupplier slots;
    private final int processors;
    private final Queue<Object> waiting = new ArrayDeque<>();
    private int tasks;
    private int preparing;

    /**
     * Nobody is inside.
     *
     * @param slots tasks that can run at once
     * @param processors of this machine
     */
    public Admission(IntSupplier slots, int processors) {
        this.slots = slots;
        this.processors = processors;
    }

    /** The place of a unit inside. For one thread. */
    public final class Place implements AutoCloseable {
        private int own;

        private Place() {
            preparing++;
        }

        /** Says how many tasks the unit has that are not over. */
        public void tasks(int open) {
            if (open != own) {
                change(open);
            }
        }

        private void change(int open) {
            synchronized (Admission.this) {
                preparing += (open == 0 ? 1 : 0) - (own == 0 ? 1 : 0);
                tasks += open - own;
                own = open;
                Admission.this.notifyAll();
            }
        }

        @Override
        public void close() {
            tasks(0);
            synchronized (Admission.this) {
                preparing--;
                Admission.this.notifyAll();
            }
        }
    }

    /**
     * Waits until another unit may come in, after those that began to wait before.
     *
     * @throws CancellationException if the condition became true
     */
    public synchronized Place enter(BooleanSupplier stop) {
        Object ticket = new Object();
        waiting.add(ticket);
        try {
            while (!stop.getAsBoolean()) {
                if (waiting.peek() == ticket && hasRoom()) {
                    return new Place();
                }
                wait(MOMENT_MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.remove(ticket);
            notifyAll();
        }
        throw new CancellationException("cancelled");
    }

    private boolean hasRoom() {
        return tasks + preparing < AHEAD * slots.getAsInt() && preparing < processors;
    }
}
