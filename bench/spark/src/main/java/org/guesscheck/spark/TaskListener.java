package org.guesscheck.spark;

import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.guesscheck.gnc.cluster.Activity;
import org.guesscheck.gnc.cluster.TaskTime;

/** Counts tasks as Spark tells of them. */
final class TaskListener extends SparkListener {
    private int running;
    private int most;
    private int failed;
    private int ended;
    private long milliseconds;

    @Override
    public synchronized void onTaskStart(SparkListenerTaskStart start) {
        running++;
        most = Math.max(most, running);
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
        running--;
        if (end.taskInfo() == null) {
            return;
        }
        if (end.taskInfo().failed()) {
            failed++;
        } else if (end.taskInfo().successful()) {
            ended++;
            milliseconds += end.taskInfo().duration();
        }
    }

    /** How long the tasks took that ended well. */
    synchronized TaskTime time() {
        return new TaskTime(ended, milliseconds * 1e-3);
    }

    /**
     * What is known of tasks.
     *
     * @param executors how many there are
     * @param slots the most tasks that can have run at the same time
     * @param needs of an executor
     */
    synchronized Activity activity(int executors, int slots, String needs) {
        return new Activity(executors, Math.max(0, Math.min(running, slots)), Math.min(most, slots), failed, needs);
    }
}
