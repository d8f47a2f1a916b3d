package org.guesscheck.gnc.cluster;

/**
 * A question that is sent to the machines of a cluster.
 *
 * @param bytes the question
 * @param fingerprint of its settings, the program's draws among them: a machine with another one draws other numbers
 */
public record ClusterQuestion(byte[] bytes, String fingerprint) {}
