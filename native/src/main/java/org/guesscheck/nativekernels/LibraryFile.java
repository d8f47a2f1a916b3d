package org.guesscheck.nativekernels;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A native library as a file: extracted from a jar into a directory that only this user can write, and checked before it is loaded. */
public final class LibraryFile {
    /** The property that names the directory for extracted libraries; without it, that of {@code java.io.tmpdir} is used. */
    public static final String DIRECTORY = "guesscheck.native.dir";

    /**
     * The property that keeps the files of extracted libraries until the JVM ends, if it is {@code true}. Profilers and debuggers
     * read the names of functions from these files.
     */
    public static final String KEEP = "guesscheck.native.keep";

    private static final int ELF_HEADER = 64;

    private LibraryFile() {}

    /**
     * Loads a library from its file.
     *
     * @param <T> type of the loader's result
     */
    public interface Loader<T> {
        /**
         * Loads a file, which may be removed afterwards.
         *
         * @param file the library
         * @return the result
         * @throws IOException if the file can't be loaded
         */
        T load(Path file) throws IOException;
    }

    /**
     * Extracts a library and loads it. On Linux the file is removed as soon as it is loaded, so that no file is left however the JVM
     * ends. On other systems, and if {@link #KEEP} is true, the file is removed when the JVM ends. The call also removes the files of
     * this user's JVMs that were killed before.
     *
     * @param <T> type of the loader's result
     * @param resource the library
     * @param name the file's name
     * @param loader loads the file
     * @return the loader's result
     * @throws IOException if the file can't be written, with a message that names the directory and {@link #DIRECTORY}, or if the
     *     loader throws it
     */
    public static <T> T loaded(URL resource, String name, Loader<T> loader) throws IOException {
        ExtractedFile extracted = extracted(resource, name);
        boolean kept = false;
        try {
            T result = loader.load(extracted.path());
            kept = Boolean.getBoolean(KEEP) || !Platform.current().startsWith("linux-");
            return result;
        } finally {
            if (kept) {
                removeAtExit(extracted);
            } else {
                extracted.remove();
            }
        }
    }

    private static ExtractedFile extracted(URL resource, String name) throws IOException {
        String named = System.getProperty(DIRECTORY, "");
        // The JVM does not load a library by a relative path.
        Path parent = Path.of(named.isEmpty() ? System.getProperty("java.io.tmpdir") : named)
                .toAbsolutePath();
        try (InputStream in = resource.openStream()) {
            return ExtractedFile.write(parent, name, in);
        } catch (IOException e) {
            throw new IOException(
                    "the library " + name + " can't be written to " + parent + " (" + e
                            + "); name another directory with -D" + DIRECTORY,
                    e);
        }
    }

    private static void removeAtExit(ExtractedFile extracted) {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(extracted::remove, "guesscheck-remove-library"));
        } catch (IllegalStateException e) {
            // The JVM is already ending. A later JVM removes the file.
            return;
        }
    }

    /**
     * The place of a resource, as text for people.
     *
     * @param resource a file in a directory or in a jar
     * @return the file's path; for a file in a jar, its path in the jar and the jar's path
     */
    public static String place(URL resource) {
        String text = URLDecoder.decode(resource.toString().replace("+", "%2B"), StandardCharsets.UTF_8);
        String[] parts =
                text.replaceFirst("^jar:", "").replaceFirst("^file:", "").split("!/", 2);
        return parts.length == 2 ? parts[1] + " in " + parts[0] : parts[0];
    }

    /**
     * The message for a JVM that does not allow native code.
     *
     * @return one sentence that says what to do
     */
    public static String whyDenied() {
        Module module = LibraryFile.class.getModule();
        return "this JVM denies native access: allow it with --enable-native-access="
                + (module.isNamed() ? module.getName() : "ALL-UNNAMED");
    }

    /**
     * Refuses a truncated ELF library. Loading it would end the JVM, because the operating system maps pages beyond the file's end.
     *
     * @param file a library; a file in another format than ELF is refused on Linux, and not checked on other systems
     * @throws IOException if the file can't be read, is truncated or in another format, with a message that names it
     */
    public static void checkWhole(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("the library " + file + " is not a file");
        }
        ByteBuffer header = ByteBuffer.allocate(ELF_HEADER).order(ByteOrder.LITTLE_ENDIAN);
        long size;
        try (FileChannel channel = FileChannel.open(file)) {
            size = channel.size();
            while (header.hasRemaining() && channel.read(header) >= 0) {
                continue;
            }
        }
        boolean elf = header.position() >= 6 && header.getInt(0) == 0x464c457f && header.get(4) == 2;
        if (header.position() >= 4
                && header.getInt(0) != 0x464c457f
                && Platform.current().startsWith("linux-")) {
            throw new IOException("the library " + file
                    + " is no library: it lacks the ELF header of a Linux library; name or build another");
        }
        boolean cutInHeader = header.position() < ELF_HEADER;
        // The section headers are last in the file. Their end is their offset plus their size times their number.
        long needed = elf && !cutInHeader
                ? header.getLong(0x28) + (header.getShort(0x3a) & 0xffffL) * (header.getShort(0x3c) & 0xffffL)
                : ELF_HEADER;
        if (size < needed) {
            throw new IOException("the library " + file + " is truncated: it has " + size + " bytes of " + needed
                    + " or more; build or download it again");
        }
    }

    /**
     * The message for a library that the system refused to load.
     *
     * @param file the library
     * @param error the system's error
     * @return one sentence that says what to do
     */
    public static String whyRefused(Path file, UnsatisfiedLinkError error) {
        String said = "the library " + file + " did not load (" + error.getMessage() + ")";
        boolean mapping = error.getMessage().contains("failed to map")
                || error.getMessage().contains("not permitted");
        return mapping
                ? said + ": if its directory is mounted noexec, name another with -D" + DIRECTORY
                : said + ": it is damaged or made for another system";
    }
}
