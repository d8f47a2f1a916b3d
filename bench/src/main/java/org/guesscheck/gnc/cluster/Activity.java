package org.guesscheck.gnc.cluster;

/**
 * What the machines of a cluster do.
 *
 * @param executors processes that wait for tasks or compute them
 * @param running tasks that are computed now
 * @param most the most tasks that were computed at the same time until now
 * @param failed tasks that failed or were lost, and were placed again
 * @param needs of each process, in words, such as "1 core and 1024 MiB"
 */
public record Activity(int executors, int running, int most, int failed, String needs) {}
