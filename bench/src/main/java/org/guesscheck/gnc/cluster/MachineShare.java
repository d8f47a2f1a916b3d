package org.guesscheck.gnc.cluster;

import java.util.List;

/**
 * What a machine computed of some work.
 *
 * @param host its name
 * @param backend of its kernels
 * @param seconds that its tasks computed, one after the other
 */
public record MachineShare(String host, String backend, double seconds) {
    /** A share of what machines computed, for one of several results of the same tasks. */
    public static List<MachineShare> scaled(List<MachineShare> shares, double factor) {
        return shares.stream()
                .map(share -> new MachineShare(share.host, share.backend, share.seconds * factor))
                .toList();
    }
}
