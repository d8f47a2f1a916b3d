package org.guesscheck.gnc.cluster;

/**
 * How far work on a cluster is.
 *
 * @param pieces pieces of the run that were computed
 * @param wanted pieces that are needed, as far as is known
 * @param tasks tasks that finished
 * @param open tasks of this round that have not finished
 * @param activity what the machines do
 * @param seconds since the first task was started
 */
public record ClusterProgress(long pieces, long wanted, int tasks, int open, Activity activity, double seconds) {}
