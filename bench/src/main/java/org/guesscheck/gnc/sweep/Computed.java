package org.guesscheck.gnc.sweep;

import java.util.List;
import org.guesscheck.gnc.cluster.MachineShare;

/**
 * A result, and who computed it.
 *
 * @param result what was asked
 * @param by the machines of a cluster; empty for this machine
 */
record Computed<R>(R result, List<MachineShare> by) {
    /** A result of this machine. */
    static <R> Computed<R> here(R result) {
        return new Computed<>(result, List.of());
    }
}
