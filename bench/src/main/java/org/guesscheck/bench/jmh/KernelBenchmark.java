package org.guesscheck.bench.jmh;

import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.Backends;
import org.openjdk.jmh.annotations.Param;

/** A benchmark that runs on every backend; of them, those that this CPU does not have end with that message. */
public abstract class KernelBenchmark extends ForkedBenchmark {
    /** OptionNames of {@link Backends#named}; another one is given with {@code -p backend=NAME}. */
    @Param({"vector-512", "vector-256", "vector-128", "jni-avx512", "jni-avx2", "scalar"})
    public String backend;

    /** The backend; vectors that this CPU does not have are refused, since they would be timed as objects. */
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
