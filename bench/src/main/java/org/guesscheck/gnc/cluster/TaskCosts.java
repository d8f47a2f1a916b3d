package org.guesscheck.gnc.cluster;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the tasks of an engine's work cost, in numbers of which a cost model is made. May be used by several threads. */
public final class TaskCosts {
    private final Set<String> hosts = new TreeSet<>();
    private int tasks;
    private long bytes;
    private double seconds;

    /** No tasks yet. */
    public TaskCosts() {}

    /** Adds a task whose part was folded. */
    synchronized void add(String host, long partBytes, double computing) {
        hosts.add(host);
        tasks++;
        bytes += partBytes;
        seconds += computing;
    }

    /**
     * The tasks, the machines, and for each task the bytes that it returned and the time that it took beyond that of computing;
     * empty if there were none.
     *
     * @param engine that ran them and no others
     */
    public synchronized Optional<String> inWords(Engine engine) {
        if (tasks == 0) {
            return Optional.empty();
        }
        TaskTime time = engine.taskTime();
        double overhead = time.seconds() / time.tasks() - seconds / tasks;
        int failed = engine.activity().failed();
        return Optional.of(String.format(
                Locale.ROOT,
                "%s on %s; per task %.2g s computed, %s of overhead, %d bytes returned%s",
                count(tasks, "task"),
                hosts.size() == 1 ? hosts.iterator().next() : hosts.size() + " machines",
                seconds / tasks,
                time.tasks() == 0 ? "an unknown time" : String.format(Locale.ROOT, "%.2g s", Math.max(0, overhead)),
                Math.round((double) bytes / tasks),
                failed == 0 ? "" : "; " + count(failed, "task") + " failed or lost, and computed again"));
    }

    private static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
