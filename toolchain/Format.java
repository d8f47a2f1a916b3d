import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks or rewrites the layout of every Java source of the checkout in palantir-java-format's style. The build runs it in the root
 * of the checkout. A check writes {@code target/unformatted.txt} if there is an unformatted source, and else removes it. The build
 * fails if that file exists.
 */
final class Format {
    private static final Path UNFORMATTED = Path.of("target", "unformatted.txt");

    public static void main(String[] arguments) throws IOException {
        boolean apply = switch (arguments.length == 1 ? arguments[0] : "") {
            case "check" -> false;
            case "apply" -> true;
            default -> throw new IllegalArgumentException("-Dformat must be check or apply");
        };
        Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
                .style(JavaFormatterOptions.Style.PALANTIR)
                .formatJavadoc(false)
                .build());
        List<String> unformatted = new ArrayList<>();
        for (Path file : sources()) {
            String before = Files.readString(file);
            String after = formatted(formatter, file, before);
            if (!after.equals(before)) {
                if (apply) {
                    replace(file, after);
                    System.out.println("formatted " + file);
                } else {
                    System.err.println("not formatted: " + file);
                    unformatted.add(file.toString());
                }
            }
        }
        Files.deleteIfExists(UNFORMATTED);
        if (!unformatted.isEmpty()) {
            Files.createDirectories(UNFORMATTED.getParent());
            Files.write(UNFORMATTED, unformatted);
        }
    }

    private static String formatted(Formatter formatter, Path file, String text) {
        try {
            return formatter.formatSourceAndFixImports(text);
        } catch (FormatterException e) {
            System.err.println(file + ":" + e.getMessage());
            System.exit(1);
            throw new AssertionError(e);
        }
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Path folder : List.of(
                Path.of("core", "src"),
                Path.of("native", "src"),
                Path.of("bench", "src"),
                Path.of("bench", "spark", "src"),
                Path.of("toolchain"))) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.filter(file -> file.toString().endsWith(".java"))
                            .sorted()
                            .forEach(sources::add);
                }
            }
        }
        return sources;
    }

    private static void replace(Path file, String text) throws IOException {
        Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), ".format", ".tmp");
        Files.writeString(fresh, text);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private Format() {}
}
