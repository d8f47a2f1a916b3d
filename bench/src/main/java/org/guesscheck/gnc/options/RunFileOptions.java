package org.guesscheck.gnc.options;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.guesscheck.gnc.files.AtomicFile;
import org.guesscheck.gnc.text.InputException;
import picocli.CommandLine.Option;

/** The files that gradient descent leaves, most of them for one run. */
public final class RunFileOptions {
    private static final String NPZ = "--npz";

    @Option(names = "--history", paramLabel = "FILE", description = "Write the loss curve as CSV, every 100 epochs.")
    private Path history;

    @Option(
            names = "--picture",
            paramLabel = "FILE",
            description =
                    "For observed entries: write them, the predicted matrix and the ground truth side by side as PNG.")
    private Path picture;

    @Option(names = "--weights", paramLabel = "FILE", description = "Write the first and the last weights as JSON.")
    private Path weights;

    @Option(
            names = NPZ,
            paramLabel = "FILE",
            description =
                    "Write the loss curve, every 100 epochs, and the first and the last weights as .npz; with --runs"
                            + " the losses of every run.")
    private Path npz;

    /**
     * Checks before any work is done.
     *
     * @param many whether there are many runs, which leave none of these files but --npz
     * @throws InputException if a file is not allowed or can't be written
     */
    public void check(boolean many) {
        given().forEach((option, file) -> {
            if (many && !option.equals(NPZ)) {
                throw new InputException(option + " " + file + ": allowed only without --runs, for one run");
            }
            AtomicFile.requireWritableFile(file, option);
        });
    }

    private Map<String, Path> given() {
        Map<String, Path> files = new LinkedHashMap<>();
        history().ifPresent(file -> files.put("--history", file));
        picture().ifPresent(file -> files.put("--picture", file));
        weights().ifPresent(file -> files.put("--weights", file));
        npz().ifPresent(file -> files.put(NPZ, file));
        return files;
    }

    /** Where the loss curve is written. */
    public Optional<Path> history() {
        return Optional.ofNullable(history);
    }

    /** Where the picture is written. */
    public Optional<Path> picture() {
        return Optional.ofNullable(picture);
    }

    /** Where first and last weights are written. */
    public Optional<Path> weights() {
        return Optional.ofNullable(weights);
    }

    /** Where the losses, and for one run the weights, are written as arrays. */
    public Optional<Path> npz() {
        return Optional.ofNullable(npz);
    }
}
