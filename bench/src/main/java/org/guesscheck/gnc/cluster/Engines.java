package org.guesscheck.gnc.cluster;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.guesscheck.gnc.text.InputException;

/** The engines on the class path. */
public final class Engines {
    private Engines() {}

    /**
     * The engine for an address.
     *
     * @throws InputException if no engine on the class path knows such addresses
     */
    public static EngineProvider of(String master) {
        List<EngineProvider> providers =
                ServiceLoader.load(EngineProvider.class, Engines.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList();
        if (providers.isEmpty()) {
            throw new InputException("--master " + master + ": this command was built without Spark; in a checkout,"
                    + " toolchain/gnc builds one with it, or mvn -Pspark package, which leaves it in"
                    + " bench/spark/target/gnc");
        }
        return providers.stream()
                .filter(provider -> provider.knows(master))
                .findFirst()
                .orElseThrow(() -> new InputException("--master " + master + ": "
                        + providers.stream().map(EngineProvider::addresses).collect(Collectors.joining(", "))
                        + " is allowed"));
    }
}
