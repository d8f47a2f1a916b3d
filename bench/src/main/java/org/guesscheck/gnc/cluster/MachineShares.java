package org.guesscheck.gnc.cluster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds what machines computed, each with each of its backends. For one thread. */
public final class MachineShares {
    private record Machine(String host, String backend) {}

    private final Map<Machine, Double> seconds = new LinkedHashMap<>();

    /** Nothing yet. */
    public MachineShares() {}

    /** Adds to what a machine computed. */
    public void add(MachineShare share) {
        seconds.merge(new Machine(share.host(), share.backend()), share.seconds(), Double::sum);
    }

    /** The sums, in the order in which the machines appeared. */
    public List<MachineShare> list() {
        List<MachineShare> sums = new ArrayList<>();
        seconds.forEach((machine, sum) -> sums.add(new MachineShare(machine.host, machine.backend, sum)));
        return List.copyOf(sums);
    }
}
