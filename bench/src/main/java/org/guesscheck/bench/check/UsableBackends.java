package org.guesscheck.bench.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.Backends;

/** Every width of vectors and every tier of C kernels that this machine runs, and plain Java. */
public final class UsableBackends {
    private UsableBackends() {}

    /**
     * All of them, the widest vectors first.
     *
     * @param notes told of those that can't be used, with the reason
     */
    public static List<Backend> all(Consumer<String> notes) {
        List<Backend> usable = new ArrayList<>(vectors(notes));
        for (String name : Backends.names()) {
            if (name.startsWith("jni-") || name.equals("scalar")) {
                try {
                    usable.add(Backends.named(name));
                } catch (UnsupportedOperationException e) {
                    notes.accept(e.getMessage());
                }
            }
        }
        return usable;
    }

    /** Vectors wider than the CPU's would run as objects, a thousand times slower. */
    private static List<Backend> vectors(Consumer<String> notes) {
        List<Backend> usable = new ArrayList<>();
        try {
            Backend widest = Backends.named("vector");
            usable.add(widest);
            int bits = Integer.parseInt(widest.name().substring("vector-".length()));
            for (int narrower = bits / 2; narrower >= 128; narrower /= 2) {
                usable.add(Backends.named("vector-" + narrower));
            }
        } catch (UnsupportedOperationException e) {
            notes.accept(e.getMessage());
        }
        return usable;
    }
}
