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

/** A native library as a file: taken out of a jar into a directory that nobody else can write, looked at before it is loaded. */
public final class LibraryFile {
    /** The property that names where libraries are extracted to; {@code java.io.tmpdir} if it is not set. */
    public static final String DIRECTORY = "guesscheck.native.dir";

    /**
     * The property that, if it is {@code true}, keeps the files of extracted libraries until the JVM ends, for profilers and
     * debuggers that read the names of functions from them.
     */
    public static final String KEEP = "guesscheck.native.keep";

    private static final int ELF_HEADER = 64;

    private LibraryFile() {}

    /**
     * Loads a library's file.
     *
     * @param <T> what loading gives
     */
    public interface Loader<T> {
        /**
         * Loads a file, which may be gone afterwards.
         *
         * @param file the library
         * @return what the caller needs of it
         * @throws IOException if it can't be loaded
         */
        T load(Path file) throws IOException;
    }

    /**
     * Loads a library that is a resource, from a file that is there only as long as it is needed. On Linux a loaded library needs
     * its file no more, so that nothing is left however the JVM ends; elsewhere, and if {@link #KEEP} is true, the file is removed
     * when the JVM ends. What JVMs left that were killed before is removed by the way.
     *
     * @param <T> what loading gives
     * @param resource where it is
     * @param name the file's name
     * @param loader loads the file
     * @return what the loader returns
     * @throws IOException if it can't be written, with a message that names the directory and {@link #DIRECTORY}, or if the
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
        // The JVM loads no relative path.
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
            // The JVM ends already; a later one removes the file.
            return;
        }
    }

    /**
     * Where a resource is, for people.
     *
     * @param resource in a directory or in a jar
     * @return a path, of a file in a jar with the jar's
     */
    public static String place(URL resource) {
        String text = URLDecoder.decode(resource.toString().replace("+", "%2B"), StandardCharsets.UTF_8);
        String[] parts =
                text.replaceFirst("^jar:", "").replaceFirst("^file:", "").split("!/", 2);
        return parts.length == 2 ? parts[1] + " in " + parts[0] : parts[0];
    }

    /**
     * What to do where a JVM does not allow native code.
     *
     * @return one sentence
     */
    public static String whyDenied() {
        Module module = LibraryFile.class.getModule();
        return "this JVM denies native access: allow it with --enable-native-access="
                + (module.isNamed() ? module.getName() : "ALL-UNNAMED");
    }

    /**
     * Refuses a file that would take the JVM down: of a truncated ELF library the kernel maps pages that are not there.
     *
     * @param file a library; on other systems than Linux other formats than 64-bit little-endian ELF are not looked at
     * @throws IOException if it can't be read, is truncated or is no library on Linux, with a message that names it
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
                    + " is no library: it lacks the ELF header of those for Linux; name or build another");
        }
        boolean cutInHeader = header.position() < ELF_HEADER;
        // The section headers are the last thing in the file: their place, their size, their number.
        long needed = elf && !cutInHeader
                ? header.getLong(0x28) + (header.getShort(0x3a) & 0xffffL) * (header.getShort(0x3c) & 0xffffL)
                : ELF_HEADER;
        if (size < needed) {
            throw new IOException("the library " + file + " is truncated: it has " + size + " bytes of " + needed
                    + " or more; build or download it again");
        }
    }

    /**
     * What to do about a library that the system refused.
     *
     * @param file the library
     * @param error what the system said
     * @return one sentence
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
