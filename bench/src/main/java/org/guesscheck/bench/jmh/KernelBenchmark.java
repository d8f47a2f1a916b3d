package org.guesscheck.bench.jmh;

import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.Backends;
import org.openjdk.jmh.annotations.Param;

/** A benchmark that runs on every backend. On a backend that this machine does not have, it ends with a message. */
public abstract class KernelBenchmark extends ForkedBenchmark {
    /** A name that {@link Backends#named} knows; {@code -p backend=NAME} runs another one. */
    @Param({"vector-512", "vector-256", "vector-128", "jni-avx512", "jni-avx2", "scalar"})
    public String backend;

    /** The backend. Vectors that this CPU does not have are refused, because they would be timed as objects. */
    final Backend usableBackend() {
        if (backend.startsWith("vector-")) {
            String widest = Backends.named("vector").name();
            if (bits(backend) > bits(widest)) {
                throw new IllegalStateException("backend " + backend + ": this CPU or JVM has " + widest + " at most");
            }
        }
        return Backends.named(backend);
    }

    private static int bits(String name) {
        return Integer.parseInt(name.substring(name.indexOf('-') + 1));
    }
}
