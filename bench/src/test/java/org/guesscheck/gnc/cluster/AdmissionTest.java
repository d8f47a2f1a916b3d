package org.guesscheck.gnc.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Units come in until the slots of a cluster have enough tasks, and no more than the driver can prepare. */
class AdmissionTest {
    private final AtomicInteger slots = new AtomicInteger(2);

    /** Comes in if there is room now. */
    private static Admission.Place enter(Admission admission) {
        AtomicInteger asked = new AtomicInteger();
        return admission.enter(() -> asked.incrementAndGet() > 1);
    }

    private static void assertFull(Admission admission) {
        assertThrows(CancellationException.class, () -> enter(admission));
    }

    @Test
    void asManyAreInsideAsTasksAreNeeded() {
        Admission admission = new Admission(slots::get, 100);
        Admission.Place first = enter(admission);
        first.tasks(3);
        Admission.Place second = enter(admission);
        // Three tasks and a unit that is prepared, for two slots.
        assertFull(admission);
        first.tasks(2);
        Admission.Place third = enter(admission);
        assertFull(admission);
        first.tasks(0);
        Admission.Place fourth = enter(admission);
        assertFull(admission);
        first.close();
        second.close();
        third.close();
        fourth.tasks(4);
        assertFull(admission);
        slots.set(3);
        enter(admission).close();
        fourth.close();
        enter(admission).close();
    }

    @Test
    void noMoreArePreparedThanThereAreProcessors() {
        Admission admission = new Admission(() -> 1000, 2);
        Admission.Place first = enter(admission);
        enter(admission);
        assertFull(admission);
        first.tasks(1);
        enter(admission);
        assertFull(admission);
    }

    @Test
    @Timeout(60)
    void whoWaitedLongestComesInFirst() throws InterruptedException {
        Admission admission = new Admission(() -> 1000, 1);
        Admission.Place inside = enter(admission);
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        List<Thread> waiting = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            int own = number;
            CountDownLatch asked = new CountDownLatch(1);
            waiting.add(Thread.ofPlatform().start(() -> {
                Admission.Place place = admission.enter(() -> {
                    asked.countDown();
                    return false;
                });
                order.add(own);
                place.close();
            }));
            asked.await();
        }
        inside.close();
        for (Thread thread : waiting) {
            thread.join();
        }
        assertEquals(List.of(0, 1, 2, 3, 4), order);
    }

    @Test
    void aStopEndsTheWaiting() {
        Admission admission = new Admission(() -> 1, 1);
        enter(admission);
        AtomicInteger asked = new AtomicInteger();
        assertThrows(CancellationException.class, () -> admission.enter(() -> asked.incrementAndGet() > 3));
        assertEquals(4, asked.get());
    }
}
