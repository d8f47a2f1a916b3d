package org.guesscheck.gnc.check;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.guesscheck.core.random.ChunkGenerator;
import org.guesscheck.gnc.options.Choice;
import org.guesscheck.gnc.options.GncCommand;
import org.guesscheck.gnc.terminal.ExitCode;
import org.guesscheck.gnc.text.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The generator's words as bytes, for programs that test generators; a command without verdicts. */
@Command(
        name = "generator",
        description =
                "Writes the raw words of the generator to standard output as bytes, lowest first, until its reader"
                        + " ends: for programs that test generators.",
        footer = {"", "Example: gnc check generator --emit low-byte | dieharder -g 200 -d 102"})
final class GeneratorStream extends GncCommand {
    /** Steps of a chunk of 8192 draws of 50 weights: then the next chunk begins, so that seeding is tested too. */
    private static final int STEPS = 8192 * 50 / 32;

    private static final int STEPS_AT_ONCE = 512;

    @Option(
            names = "--emit",
            required = true,
            paramLabel = "PART",
            description = "Of each word of 64 bits: word (all), high, low (a half), high-byte or low-byte"
                    + " (the lowest 8 bits of a half).")
    private String part;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "S",
            description = "Another seed gives other words (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--bytes", paramLabel = "N", description = "How many; without it, as many as are read.")
    private Long bytes;

    /** The bytes of each word of 64 bits that are written, lowest first. */
    enum Part {
        /** All of them. */
        WORD(0, 8),
        /** The upper half, which makes the weights of odd draws. */
        HIGH(4, 4),
        /** The lower half, which makes the weights of even draws. */
        LOW(0, 4),
        /** The lowest bits of the upper half. */
        HIGH_BYTE(4, 1),
        /** The lowest bits of the lower half. */
        LOW_BYTE(0, 1);

        private final int first;
        private final int count;

        Part(int first, int count) {
            this.first = first;
            this.count = count;
        }

        /** For example {@code low-byte}. */
        String option() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** All names. */
        static List<String> options() {
            return Arrays.stream(values()).map(Part::option).toList();
        }

        /** A part by its name. */
        static Part named(String option) {
            return values()[options().indexOf(option)];
        }
    }

    @Override
    public Integer call() throws IOException {
        Choice.of("--emit", part, Part.options());
        if (bytes != null && bytes < 1) {
            throw new InputException("--bytes: " + bytes + "; at least 1 is allowed");
        }
        write(
                Part.named(part),
                seed,
                bytes == null ? Long.MAX_VALUE : bytes,
                System.out,
                // A print stream hides that its reader has left or the disk is full until it is asked.
                () -> interrupted() || System.out.checkError());
        return interrupted() ? ExitCode.INTERRUPTED : ExitCode.DONE;
    }

    /**
     * Writes until the limit, a failure to write or a cancellation.
     *
     * @param limit bytes at most
     * @throws IOException if the receiver takes no more
     */
    static void write(Part part, long seed, long limit, OutputStream out, BooleanSupplier cancelled)
            throws IOException {
        ChunkGenerator generator = new ChunkGenerator();
        long[] words = new long[STEPS_AT_ONCE * ChunkGenerator.STEP];
        byte[] bytes = new byte[words.length * part.count];
        long written = 0;
        for (long chunk = 0; ; chunk++) {
            generator.seed(seed, chunk);
            for (int step = 0; step < STEPS; step += STEPS_AT_ONCE) {
                if (written >= limit || cancelled.getAsBoolean()) {
                    return;
                }
                generator.next(words);
                int used = Math.min(STEPS_AT_ONCE, STEPS - step) * ChunkGenerator.STEP;
                for (int w = 0; w < used; w++) {
                    long shifted = words[w] >>> 8 * part.first;
                    for (int b = 0; b < part.count; b++) {
                        bytes[w * part.count + b] = (byte) (shifted >>> 8 * b);
                    }
                }
                int now = (int) Math.min(limit - written, (long) used * part.count);
                out.write(bytes, 0, now);
                written += now;
            }
        }
    }
}
