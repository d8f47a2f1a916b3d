package org.guesscheck.bench.guard.code;

import java.util.List;

/** Whose a method is, by its name. */
public final class Packages {
    private static final List<String> JDK = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");
    private static final List<String> VECTOR_API = List.of("jdk.incubator.vector.", "jdk.internal.vm.vector.");

    private Packages() {}

    /** Whether a method is the JDK's. */
    public static boolean isOfTheJdk(String method) {
        return JDK.stream().anyMatch(method::startsWith);
    }

    /** Whether a method is the Vector API's, which C2 replaces by instructions. */
    public static boolean isOfTheVectorApi(String method) {
        return VECTOR_API.stream().anyMatch(method::startsWith);
    }
}
