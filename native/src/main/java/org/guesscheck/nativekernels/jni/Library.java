package org.guesscheck.nativekernels.jni;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.guesscheck.nativekernels.LibraryFile;
import org.guesscheck.nativekernels.Platform;

/**
 * The C library, loaded at most once in a JVM: a file that a property names, or else the one packed for this platform.
 *
 * @param path the loaded file; null if none was loaded
 * @param tiers the library's tiers; empty if none was loaded
 * @param failures every path tried, and why it did not load
 */
record Library(Path path, List<Tier> tiers, List<Exception> failures) {
    /** The property that names a library file, which is then the only one tried. */
    static final String FILE = "guesscheck.native.library";

    /** Loaded on first use. */
    private static final class Holder {
        static final Library LIBRARY = load(System.getProperty(FILE));
    }

    static Library get() {
        return Holder.LIBRARY;
    }

    @SuppressWarnings("restricted")
    private static Library load(String named) {
        List<Exception> failures = new ArrayList<>();
        Path file = null;
        try {
            file = named != null ? Path.of(named).toAbsolutePath() : packed();
            LibraryFile.checkWhole(file);
            System.load(file.toString());
            return new Library(file, Tier.all(), List.of());
        } catch (IOException e) {
            failures.add(e);
        } catch (UnsatisfiedLinkError e) {
            failures.add(new IOException(LibraryFile.whyRefused(file, e), e));
        }
        return new Library(null, List.of(), List.copyOf(failures));
    }

    private static Path packed() throws IOException {
        String name = System.mapLibraryName("guesscheck");
        String resource = "lib/" + Platform.current() + "/" + name;
        URL url = Platform.class.getResource(resource);
        if (url == null) {
            throw new IOException("there are no C kernels for " + Platform.current() + " in this build (" + resource
                    + "): build it with a C compiler and CMake, or name a library with -D" + FILE);
        }
        return LibraryFile.extracted(url, name);
    }
}
