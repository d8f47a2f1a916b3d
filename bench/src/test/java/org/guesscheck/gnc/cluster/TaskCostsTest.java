package org.guesscheck.gnc.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What tasks cost, in words. */
class TaskCostsTest {
    /** Of which tasks took some time, and some failed. */
    private record Told(TaskTime taskTime, int failed) implements Engine {
        @Override
        public int slots() {
            return 1;
        }

        @Override
        public Activity activity() {
            return new Activity(1, 0, 1, failed, "");
        }

        @Override
        public SentQuestion send(ClusterQuestion question) {
            throw new IllegalStateException();
        }

        @Override
        public void close() {}
    }

    @Test
    void overheadIsTheTimeBeyondComputing() {
        TaskCosts costs = new TaskCosts();
        assertEquals(Optional.empty(), costs.inWords(new Told(new TaskTime(0, 0), 0)));
        costs.add("a", 100, 2);
        assertEquals(
                "1 task on a; per task 2.0 s computed, an unknown time of overhead, 100 bytes returned",
                costs.inWords(new Told(new TaskTime(0, 0), 0)).orElseThrow());
        costs.add("b", 301, 4);
        assertEquals(
                "2 tasks on 2 machines; per task 3.0 s computed, 0.25 s of overhead, 201 bytes returned; 1 task failed"
                        + " or lost, and computed again",
                costs.inWords(new Told(new TaskTime(4, 13), 1)).orElseThrow());
    }
}
