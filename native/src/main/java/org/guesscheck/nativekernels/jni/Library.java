package org.guesscheck.nativekernels.jni;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import org.guesscheck.nativekernels.LibraryFile;
import org.guesscheck.nativekernels.Platform;

/**
 * The C library, loaded at most once in a JVM: the file that a property names, or else the library packed for this platform.
 *
 * @param place the place of the loaded library, as text for people; empty if no library was loaded
 * @param tiers the library's tiers; empty if no library was loaded
 * @param failures for every path that was tried, why it did not load
 */
record Library(String place, List<Tier> tiers, List<Exception> failures) {
    /** The property that names a library file. If it is set, no other file is tried. */
    static final String FILE = "guesscheck.native.library";

    /** Loads on first use. */
    private static final class Holder {
        static final Library LIBRARY = load(System.getProperty(FILE));
    }

    static Library get() {
        return Holder.LIBRARY;
    }

    private static Library load(String named) {
        try {
            return named != null ? file(Path.of(named).toAbsolutePath()) : packed();
        } catch (IOException e) {
            return new Library("", List.of(), List.of(e));
        }
    }

    private static Library file(Path file) throws IOException {
        return new Library(file.toString(), tiers(file), List.of());
    }

    private static Library packed() throws IOException {
        String name = System.mapLibraryName("guesscheck");
        String resource = "lib/" + Platform.current() + "/" + name;
        URL url = Platform.class.getResource(resource);
        if (url == null) {
            throw new IOException("there are no C kernels for " + Platform.current() + " in this build (" + resource
                    + "): build it with a C compiler and CMake, or name a library with -D" + FILE);
        }
        return new Library(LibraryFile.place(url), LibraryFile.loaded(url, name, Library::tiers), List.of());
    }

    /** Loads a library's file, and returns the library's tiers. */
    @SuppressWarnings("restricted")
    private static List<Tier> tiers(Path file) throws IOException {
        LibraryFile.checkWhole(file);
        try {
            System.load(file.toString());
            return Tier.all();
        } catch (UnsatisfiedLinkError e) {
            throw new IOException(LibraryFile.whyRefused(file, e), e);
        } catch (LinkageError e) {
            throw new IOException("the library " + file + " is not that of this version (" + e.getMessage() + ")", e);
        } catch (IllegalCallerException e) {
            throw new IOException(LibraryFile.whyDenied(), e);
        }
    }
}
