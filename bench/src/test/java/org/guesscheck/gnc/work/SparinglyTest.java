package org.guesscheck.gnc.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** With a clock of its own: each turn takes time, and so does the action, the longer the more turns there were. */
class SparinglyTest {
    private long now;
    private long spent;
    private int times;

    private void turns(int count, long turn, long action) throws IOException {
        Sparingly sparingly = new Sparingly(() -> now);
        for (int i = 1; i <= count; i++) {
            long takes = i * action;
            sparingly.run(() -> {
                now += takes;
                spent += takes;
                times++;
            });
            now += turn;
        }
    }

    @Test
    void manyShortTurnsLeaveIt() throws IOException {
        turns(2000, TimeUnit.MILLISECONDS.toNanos(10), TimeUnit.MICROSECONDS.toNanos(10));
        assertEquals(4, times, "at once, and then every five of the twenty seconds");
    }

    @Test
    void whatTakesLongIsDoneRarely() throws IOException {
        turns(20_000, TimeUnit.MILLISECONDS.toNanos(100), TimeUnit.MILLISECONDS.toNanos(1));
        assertTrue(times > 5 && spent < now / 25, times + " times, " + spent + " of " + now);
    }

    @Test
    void longTurnsDoItEachTime() throws IOException {
        turns(10, TimeUnit.SECONDS.toNanos(60), TimeUnit.MILLISECONDS.toNanos(1));
        assertEquals(10, times);
    }
}
