package org.guesscheck.gnc.cluster;

/**
 * How tasks compute.
 *
 * @param threads of each task
 * @param backend the name of the backend that is asked for; auto lets each machine choose
 */
public record TaskSettings(int threads, String backend) {}
