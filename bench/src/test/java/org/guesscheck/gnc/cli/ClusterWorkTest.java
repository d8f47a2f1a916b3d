package org.guesscheck.gnc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.guesscheck.gnc.cluster.Activity;
import org.guesscheck.gnc.cluster.ClusterProgress;
import org.junit.jupiter.api.Test;

/** The progress line of work on a cluster. */
class ClusterWorkTest {
    private static final Activity NOBODY = new Activity(0, 0, 0, 0, "1 core and 1024 MiB of memory");
    private static final Activity BUSY = new Activity(1, 8, 8, 0, "1 core and 1024 MiB of memory");

    @Test
    void waitingSaysForWhat() {
        assertEquals(
                "waiting for executors with 1 core and 1024 MiB of memory each",
                ClusterWork.text(new ClusterProgress(0, 100, 0, 0, NOBODY, 3)));
        assertEquals(
                "waiting for executors with 1 core and 1024 MiB of memory each; the master's page and the logs in the"
                        + " workers' folder work say why there is none",
                ClusterWork.text(new ClusterProgress(0, 100, 0, 0, NOBODY, 60)));
    }

    @Test
    void theTimeLeftIsToldOnceItIsKnown() {
        assertEquals(
                "1%, 1 task done, 8 running on 1 executor",
                ClusterWork.text(new ClusterProgress(10, 1000, 1, 8, BUSY, 30)));
        assertEquals(
                "25%, 90 s left, 12 tasks done, 8 running on 1 executor",
                ClusterWork.text(new ClusterProgress(250, 1000, 12, 8, BUSY, 30)));
    }
}
