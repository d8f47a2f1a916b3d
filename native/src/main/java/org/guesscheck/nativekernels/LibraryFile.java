package org.guesscheck.nativekernels;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A native library as a file: taken out of a jar into a directory that nobody else can write, looked at before it is loaded. */
public final class LibraryFile {
    /** The property that names where libraries are extracted to; {@code java.io.tmpdir} if it is not set. */
    public static final String DIRECTORY = "guesscheck.native.dir";

    private static final int ELF_HEADER = 64;

    private LibraryFile() {}

    /**
     * Extracts a library that is a resource; file and directory are removed when the JVM ends.
     *
     * @param resource where it is
     * @param name the file's name
     * @return the file
     * @throws IOException if it can't be written, with a message that names the directory and {@link #DIRECTORY}
     */
    public static Path extracted(URL resource, String name) throws IOException {
        Path parent = Path.of(System.getProperty(DIRECTORY, System.getProperty("java.io.tmpdir")));
        try (InputStream in = resource.openStream()) {
            Path directory = privateDirectory(parent);
            Path file = directory.resolve(name);
            // Removed in the opposite order.
            directory.toFile().deleteOnExit();
            file.toFile().deleteOnExit();
            Files.copy(in, file);
            return file;
        } catch (IOException e) {
            throw new IOException(
                    "the library " + name + " can't be written to " + parent + " (" + e
                            + "); name another directory with -D" + DIRECTORY,
                    e);
        }
    }

    private static Path privateDirectory(Path parent) throws IOException {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return Files.createTempDirectory(parent, "guesscheck-");
        }
        return Files.createTempDirectory(
                parent,
                "guesscheck-",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
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
