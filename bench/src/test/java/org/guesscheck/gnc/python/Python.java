package org.guesscheck.gnc.python;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The first python3 on the PATH that has the packages that a test needs; without one the test is skipped. */
public final class Python {
    private static final long MOST_MINUTES = 5;

    private final String path;

    private Python(String path) {
        this.path = path;
    }

    /**
     * What a program printed.
     *
     * @param code exit code
     * @param text standard output and error together
     */
    public record Printed(int code, String text) {}

    /** A Python that can import packages, such as "numpy, pandas". */
    public static Python with(String packages) throws IOException, InterruptedException {
        for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
            Path candidate = Path.of(folder, "python3");
            if (Files.isExecutable(candidate)) {
                Python python = new Python(candidate.toString());
                if (python.run(Path.of("."), "-c", "import " + packages).code() == 0) {
                    return python;
                }
            }
        }
        assumeTrue(
                false,
                "no python3 on the PATH can import " + packages + " (Debian and Ubuntu: python3-numpy,"
                        + " python3-pandas, python3-matplotlib)");
        throw new IllegalStateException();
    }

    /** Runs it with arguments in a folder. */
    public Printed run(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(path));
        command.addAll(List.of(arguments));
        Path text = Files.createTempFile("python", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectOutput(text.toFile())
                    .start();
            if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " runs for more than " + MOST_MINUTES + " minutes");
            }
            return new Printed(process.exitValue(), Files.readString(text, StandardCharsets.UTF_8));
        } finally {
            Files.delete(text);
        }
    }
}
