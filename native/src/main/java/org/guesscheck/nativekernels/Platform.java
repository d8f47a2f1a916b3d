package org.guesscheck.nativekernels;

import java.util.Locale;

/** The name of an operating system and processor, under which a library is packed, as in JavaCPP's platform artifacts. */
public final class Platform {
    private Platform() {}

    /**
     * The platform of this JVM.
     *
     * @return for example {@code linux-x86_64} or {@code linux-arm64}
     */
    public static String current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static String of(String system, String processor) {
        return system(system.toLowerCase(Locale.ROOT)) + "-" + processor(processor.toLowerCase(Locale.ROOT));
    }

    private static String system(String name) {
        if (name.startsWith("mac")) {
            return "macosx";
        }
        return name.startsWith("windows") ? "windows" : name.replace(' ', '_');
    }

    private static String processor(String name) {
        return switch (name) {
            case "amd64", "x86_64", "x64" -> "x86_64";
            case "aarch64", "arm64" -> "arm64";
            default -> name;
        };
    }
}
