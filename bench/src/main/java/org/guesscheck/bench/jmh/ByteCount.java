package org.guesscheck.bench.jmh;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A JMH counter of bytes, reported per unit of time beside the calls. */
@State(Scope.Thread)
@AuxCounters
public class ByteCount {
    /** Bytes since the iteration began. */
    public double bytes;

    /** Starts an iteration. */
    @Setup(Level.Iteration)
    public void clear() {
        bytes = 0;
    }
}
