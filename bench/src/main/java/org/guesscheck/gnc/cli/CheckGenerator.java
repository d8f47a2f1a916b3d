package org.guesscheck.gnc.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.guesscheck.gnc.check.GeneratorStream;
import org.guesscheck.gnc.text.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** The raw generator, for programs that test generators. */
@Command(
        name = "generator",
        mixinStandardHelpOptions = true,
        versionProvider = Gnc.Version.class,
        description =
                "Writes the raw words of the generator to standard output as bytes, lowest first, until its reader"
                        + " ends: for programs that test generators.",
        footer = {"", "Example: gnc check generator --emit low-byte | dieharder -g 200 -d 102"})
final class CheckGenerator implements Callable<Integer> {
    @ParentCommand
    CheckCommand check;

    @Option(
            names = "--emit",
            required = true,
            paramLabel = "PART",
            description = "Of each word of 64 bits: word (all), high, low (a half), high-byte or low-byte"
                    + " (the lowest 8 bits of a half).")
    String part;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "S",
            description = "Another seed gives other words (${DEFAULT-VALUE}).")
    long seed;

    @Option(
            names = "--bytes",
            converter = CountConverter.class,
            paramLabel = "N",
            description = "How many; without it, as many as are read.")
    Long bytes;

    @Override
    public Integer call() throws IOException {
        Choice.of("--emit", part, GeneratorStream.Part.options());
        if (bytes != null && bytes < 1) {
            throw new InputException("--bytes: " + bytes + "; at least 1 is allowed");
        }
        GeneratorStream.write(
                GeneratorStream.Part.named(part),
                seed,
                bytes == null ? Long.MAX_VALUE : bytes,
                System.out,
                // A print stream remembers that its reader is gone, or that a disk is full, and says nothing.
                () -> check.gnc.interruption.requested() || System.out.checkError());
        return check.gnc.interruption.requested() ? Gnc.INTERRUPTED : Gnc.DONE;
    }
}
