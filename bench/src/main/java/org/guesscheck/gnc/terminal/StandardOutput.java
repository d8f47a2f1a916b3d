package org.guesscheck.gnc.terminal;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.guesscheck.gnc.files.FileFailure;
import org.guesscheck.gnc.files.Pipe;

/** Standard output that remembers a failure, which {@link PrintStream} hides: a command whose results were lost has failed. */
public final class StandardOutput extends OutputStream {
    private final OutputStream out;
    private final BooleanSupplier pipe;
    private IOException failure;

    /**
     * Wraps a stream.
     *
     * @param out where bytes go
     * @param pipe whether the place is a pipe, which fails only after its reader has left
     */
    StandardOutput(OutputStream out, BooleanSupplier pipe) {
        this.out = out;
        this.pipe = pipe;
    }

    /** Takes the place of {@link System#out}. */
    public static StandardOutput install() {
        StandardOutput output =
                new StandardOutput(new FileOutputStream(FileDescriptor.out), () -> Pipe.at(Path.of("/dev/fd/1")));
        System.setOut(new PrintStream(new BufferedOutputStream(output), true, System.out.charset()));
        return output;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int count) throws IOException {
        try {
            out.write(bytes, from, count);
        } catch (IOException e) {
            failure = failure == null ? e : failure;
            throw e;
        }
    }

    /** A sentence that says why output was lost; empty if none was, or if the reader of a pipe left early. */
    public synchronized Optional<String> lost() {
        return failure == null || pipe.getAsBoolean()
                ? Optional.empty()
                : Optional.of("standard output cannot be written: " + FileFailure.reason(failure)
                        + "; the text printed there is lost");
    }
}
