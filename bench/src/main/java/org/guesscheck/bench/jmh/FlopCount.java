package org.guesscheck.bench.jmh;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A JMH counter of floating-point operations, reported per unit of time beside the calls. */
@State(Scope.Thread)
@AuxCounters
public class FlopCount {
    /** Operations since the iteration began. */
    public double flops;

    /** Starts an iteration. */
    @Setup(Level.Iteration)
    public void clear() {
        flops = 0;
    }
}
