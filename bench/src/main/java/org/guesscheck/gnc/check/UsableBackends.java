package org.guesscheck.gnc.check;

import java.util.ArrayList;
import java.util.List;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.platform.Availability;

/** The widest vectors and every tier of C kernels that this machine runs, and plain Java. */
final class UsableBackends {
    private UsableBackends() {}

    /** All of them, the vectors first; a note on stderr says why another one is left out. */
    static List<Backend> all() {
        List<Backend> usable = new ArrayList<>();
        for (String name : Backends.names()) {
            if (name.equals("vector") || name.startsWith("jni-") || name.equals("scalar")) {
                try {
                    usable.add(Backends.named(name));
                } catch (UnsupportedOperationException e) {
                    System.err.println("note: " + e.getMessage());
                }
            }
        }
        return usable;
    }

    /** A backend by its name; for {@code auto} the first family that can be used, since a check asks no single question. */
    public static Backend named(String name) {
        return Backends.named(name.equals("auto") ? firstUsable() : name);
    }

    private static String firstUsable() {
        return Backends.describe().stream()
                .filter(Availability::usable)
                .findFirst()
                .orElseThrow()
                .name();
    }

    /** Vectors wider than the CPU's would run as objects, a thousand times slower; narrower ones run well. */
    static List<String> narrowerVectors() {
        List<String> names = new ArrayList<>();
        if (Backends.describe().stream().anyMatch(family -> family.name().equals("vector") && family.usable())) {
            String widest = Backends.named("vector").name();
            int bits = Integer.parseInt(widest.substring("vector-".length()));
            for (int narrower = bits / 2; narrower >= 128; narrower /= 2) {
                names.add("vector-" + narrower);
            }
        }
        return names;
    }
}
