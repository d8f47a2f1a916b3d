package org.guesscheck.gnc.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import org.guesscheck.core.parts.Division;
import org.guesscheck.core.parts.Part;
import org.guesscheck.core.parts.Span;
import org.guesscheck.gnc.files.AtomicFile;
import org.guesscheck.gnc.options.GncCommand;
import org.guesscheck.gnc.parts.PartNumber;
import org.guesscheck.gnc.text.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** One part of another command's work. */
@Command(
        name = "shard",
        description = {
            "Computes part K of N of another command's work, for gnc merge: on any machine and backend, in any order,"
                    + " again where one was lost.",
            "With --rel-error, the parts divide the most draws (of splitting, 4096 replicas), and merge needs as many"
                    + " of the first ones as the command itself would compute."
        },
        subcommands = {ShardEstimateCommand.class, ShardDescendCommand.class},
        footer = {
            "",
            "Example: gnc shard 1/2 estimate --eps 0.02 --draws 1e9 --out a.part    (on one machine)",
            "         gnc shard 2/2 estimate --eps 0.02 --draws 1e9 --out b.part    (on another)",
            "         gnc merge a.part b.part"
        })
final class ShardCommand extends GncCommand {
    @Parameters(paramLabel = "K/N", description = "The part, 1 to N, and how many parts there are.")
    String part;

    @Override
    public Integer call() {
        throw new InputException(
                "shard " + part + ": the command whose work is divided is missing; estimate or descend is allowed");
    }

    /** The part that was asked for. */
    PartNumber number() {
        return PartNumber.of(part);
    }

    /** Computes the part of a question and writes its file. */
    void compute(Division<?> question, Path file) throws IOException {
        AtomicFile.requireWritableFile(file, "--out");
        PartNumber number = number();
        Span span = number.span(question.pieces());
        Part computed = question.compute(span).from(host());
        byte[] bytes = computed.bytes();
        AtomicFile.write(file, out -> out.write(bytes));
        String pieces = span.count() == 0
                ? "nothing, since the run has only " + question.pieces() + " pieces"
                : "pieces " + (span.first() + 1) + " to " + span.end() + " of " + question.pieces();
        System.err.printf(
                "%s: %s, on %s; %d bytes in %s%n",
                number, pieces, computed.provenance().backend(), bytes.length, file);
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "";
        }
    }
}
