package org.guesscheck.spark;

import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkContext;
import org.apache.spark.status.api.v1.ExecutorSummary;
import scala.collection.Iterator;

/** The executors that an application has, looked up now and then. May be used by several threads. */
final class Executors {
    private static final long MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(300);
    private static final String DRIVER = "driver";

    private final SparkContext context;
    private long lookedAt;
    private boolean looked;
    private int count;
    private int cores;
    private int mostCores;

    Executors(SparkContext context) {
        this.context = context;
    }

    /** How many there are. */
    synchronized int count() {
        look();
        return count;
    }

    /** The cores of all. */
    synchronized int cores() {
        look();
        return cores;
    }

    /** The most cores that there were at any time. */
    synchronized int mostCores() {
        look();
        return mostCores;
    }

    private void look() {
        long now = System.nanoTime();
        if (context.isStopped() || looked && now - lookedAt < MOMENT_NANOS) {
            return;
        }
        looked = true;
        lookedAt = now;
        count = 0;
        cores = 0;
        Iterator<ExecutorSummary> all = context.statusStore().executorList(true).iterator();
        while (all.hasNext()) {
            ExecutorSummary one = all.next();
            // The driver computes only where it is the whole cluster.
            if (context.isLocal() || !one.id().equals(DRIVER)) {
                count++;
                cores += one.totalCores();
            }
        }
        mostCores = Math.max(mostCores, cores);
    }
}
