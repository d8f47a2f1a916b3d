package org.guesscheck.core.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.Sampler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Executors without a thread to spare, and failures of workers. The time limits tell a wait without end from an answer. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WorkersTest {
    private static final Problem PROBLEM = Problem.sensing(3, 3, 1, 4, 1);

    private static Sampler<?> sampler(String name) {
        return Sampler.named(name, PROBLEM, Network.linear(3, 2))
                .eps(0.2)
                .draws(60_000)
                .threads(2);
    }

    /** As many samplers as a pool has threads, all begun before one asks for more. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void samplersThatFillTheirOwnPoolEnd(int size) throws Exception {
        for (String name : Sampler.NAMES) {
            String expected = sampler(name).threads(1).run().origin().digest();
            try (ExecutorService pool = Executors.newFixedThreadPool(size)) {
                CyclicBarrier all = new CyclicBarrier(size);
                List<Future<String>> digests = new ArrayList<>();
                for (int i = 0; i < size; i++) {
                    digests.add(pool.submit(() -> {
                        all.await();
                        return sampler(name).executor(pool).run().origin().digest();
                    }));
                }
                for (Future<String> digest : digests) {
                    assertEquals(expected, digest.get(), name);
                }
            }
        }
    }

    @Test
    void anExecutorThatRunsInTheCallersThreadIsNoHarm() {
        assertEquals(
                sampler("rejection").threads(1).run().origin().digest(),
                sampler("rejection").executor(Runnable::run).run().origin().digest());
    }

    @Test
    void aRejectedTaskIsTheCallersToKnow() {
        Executor full = task -> {
            throw new RejectedExecutionException("full");
        };
        AtomicBoolean stopped = new AtomicBoolean();
        assertThrows(RejectedExecutionException.class, () -> Workers.run(2, full, () -> {}, () -> stopped.set(true)));
        assertTrue(stopped.get());
    }

    @Test
    void workThatNobodyBeganIsDropped() {
        List<Runnable> late = new ArrayList<>();
        AtomicInteger ran = new AtomicInteger();
        Workers.run(4, late::add, ran::incrementAndGet, () -> {});
        assertEquals(3, late.size());
        late.forEach(Runnable::run);
        assertEquals(1, ran.get());
    }

    @Test
    void aFailureSaysMoreThanTheCancellationThatItCauses() {
        OutOfMemoryError failure = new OutOfMemoryError("made by a test");
        AtomicInteger number = new AtomicInteger();
        CyclicBarrier both = new CyclicBarrier(2);
        assertSame(
                failure,
                assertThrows(
                        OutOfMemoryError.class,
                        () -> Workers.run(
                                2,
                                null,
                                () -> {
                                    int mine = number.incrementAndGet();
                                    try {
                                        both.await(30, TimeUnit.SECONDS);
                                    } catch (Exception e) {
                                        throw new IllegalStateException(e);
                                    }
                                    if (mine == 1) {
                                        throw failure;
                                    }
                                    throw new CancellationException("cancelled");
                                },
                                () -> {})));
    }

    @Test
    void anInterruptionStopsAllAndStaysSet() {
        AtomicBoolean stopped = new AtomicBoolean();
        AtomicBoolean returned = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(1);
        Thread caller = Thread.currentThread();
        Runnable work = () -> {
            if (Thread.currentThread() == caller) {
                awaitUnchecked(begun);
                return;
            }
            begun.countDown();
            caller.interrupt();
            while (!stopped.get()) {
                Thread.onSpinWait();
            }
            returned.set(true);
        };
        assertThrows(CancellationException.class, () -> Workers.run(2, null, work, () -> stopped.set(true)));
        assertTrue(returned.get(), "every worker that began is waited for");
        // Clears it for the tests that follow.
        assertTrue(Thread.interrupted());
    }

    private static void awaitUnchecked(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
