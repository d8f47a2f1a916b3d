package org.guesscheck.gnc.cluster;

/**
 * What all tasks have in common.
 *
 * @param question the question in bytes
 * @param fingerprint of the question's settings, the program's draws among them: a machine with another one draws other numbers
 * @param threads of each task
 * @param backend the name of the backend that is asked for; auto lets each machine choose
 */
public record ClusterTask(byte[] question, String fingerprint, int threads, String backend) {}
