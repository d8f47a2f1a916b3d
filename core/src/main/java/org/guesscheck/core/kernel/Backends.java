package org.guesscheck.core.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.guesscheck.core.platform.OnceLog;
import org.guesscheck.core.provider.Availability;

/** Finds the backends that this JVM can run: {@code vector}, those of other modules, {@code scalar}, in this order. */
public final class Backends {
    private static final System.Logger LOG = System.getLogger(Backends.class.getName());

    private static final String AUTO = "auto";

    private Backends() {}

    /**
     * All families in order of preference.
     *
     * @return each family with the reason where it is not usable
     */
    public static List<Availability> describe() {
        return providers().stream().map(Availability::of).toList();
    }

    /**
     * Finds a backend.
     *
     * @param name a family such as {@code scalar}, {@code vector} or {@code jni}, or a member of it such as
     *     {@code vector-256} or {@code jni-avx2}
     * @return the backend
     * @throws IllegalArgumentException if there is no such name, or a setting has a value that is not allowed
     * @throws UnsupportedOperationException if the backend that was asked for by name can't be used here
     */
    public static Backend named(String name) {
        List<String> names = names();
        return find(name, names.subList(names.indexOf(AUTO) + 1, names.size()));
    }

    private static Backend find(String name, List<String> allowed) {
        for (BackendProvider provider : providers()) {
            boolean known = provider instanceof MissingProvider missing
                    ? missing.covers(name)
                    : provider.name().equals(name) || provider.names().contains(name);
            if (known) {
                return provider.backend(name);
            }
        }
        throw new IllegalArgumentException("backend: '" + name + "'; " + String.join(", ", allowed) + " is allowed");
    }

    /**
     * Finds who chooses the backend of a run.
     *
     * @param name {@code auto}, which chooses among the usable backends, or a name that {@link #named} knows
     * @return the chooser; of a named backend, one that always takes it
     * @throws IllegalArgumentException if there is no such name, or a setting has a value that is not allowed
     * @throws UnsupportedOperationException if the backend that was asked for by name can't be used here
     */
    public static BackendChooser chooser(String name) {
        if (name.equals(AUTO)) {
            return automatic(providers());
        }
        Backend named = find(name, names());
        return (question, draws) -> named;
    }

    /**
     * The usable backend that is fast from its first call: C kernels where there are some, since the Vector API's are compiled while they
     * run.
     *
     * @return a backend; plain Java where there is no other
     * @throws IllegalArgumentException if a setting has a value that is not allowed
     */
    public static Backend ready() {
        Backend best = null;
        for (BackendProvider provider : providers()) {
            boolean last = provider instanceof ScalarProvider && best != null;
            if (!last && Availability.reason(provider).isEmpty()) {
                best = provider.backend(provider.name());
            }
        }
        return best;
    }

    /**
     * The names that {@link #chooser} knows, whether or not they can be used here.
     *
     * @return {@code auto}, then every family and its members; of a family whose module is missing, the family alone
     */
    public static List<String> names() {
        List<String> names = new ArrayList<>(List.of(AUTO));
        for (BackendProvider provider : providers()) {
            names.add(provider.name());
            names.addAll(provider.names());
        }
        return List.copyOf(names);
    }

    /** Chooses among the usable families and says which are not usable. */
    private static BackendChooser automatic(List<BackendProvider> providers) {
        List<Backend> usable = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (BackendProvider provider : providers) {
            String reason = Availability.reason(provider);
            if (!reason.isEmpty()) {
                reasons.add(provider.name() + " can't be used: " + reason);
            } else if (!(provider instanceof ScalarProvider) || usable.isEmpty()) {
                usable.add(provider.backend(provider.name()));
            }
        }
        return new MeasuredChoice(usable, reasons, OnceLog.inThisJvm(LOG), System::nanoTime);
    }

    private static List<BackendProvider> providers() {
        List<BackendProvider> all = new ArrayList<>();
        all.add(new VectorProvider());
        boolean found = false;
        // This class's loader and not the thread's: both modules come from the same place, whoever calls.
        var loaded = ServiceLoader.load(BackendProvider.class, Backends.class.getClassLoader())
                .iterator();
        try {
            while (loaded.hasNext()) {
                all.add(loaded.next());
                found = true;
            }
        } catch (ServiceConfigurationError e) {
            all.add(new MissingProvider("jni", "the native module did not load: " + e.getMessage()));
            found = true;
        }
        if (!found) {
            all.add(new MissingProvider(
                    "jni", "the native module is missing: add guesscheck-native to the class path"));
        }
        all.add(new ScalarProvider());
        return all;
    }
}
