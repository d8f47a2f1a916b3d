import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Checks (`check`) or rewrites (`apply`) the layout of every Java source of the checkout in palantir-java-format's style.
/// Run by the build from the root of the checkout.
void main(String[] arguments) throws Exception {
    boolean apply = switch (arguments.length == 1 ? arguments[0] : "") {
        case "check" -> false;
        case "apply" -> true;
        default -> throw new IllegalArgumentException("-Dformat must be check or apply");
    };
    Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .formatJavadoc(false)
            .build());
    List<Path> unformatted = new ArrayList<>();
    for (Path file : sources()) {
        String before = Files.readString(file);
        String after = formatter.formatSourceAndFixImports(before);
        if (!after.equals(before)) {
            unformatted.add(file);
            if (apply) {
                replace(file, after);
            }
        }
    }
    for (Path file : unformatted) {
        IO.println((apply ? "formatted " : "not formatted: ") + file);
    }
    if (!apply && !unformatted.isEmpty()) {
        System.err.println(unformatted.size()
                + " Java source(s) are not in the project's format; this puts them right: mvn -N verify -Dformat=apply");
        System.exit(1);
    }
}

private static List<Path> sources() throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String top : List.of("core", "native", "bench", "toolchain")) {
        Path folder = Path.of(top, top.equals("toolchain") ? "" : "src");
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(sources::add);
            }
        }
    }
    return sources;
}

private static void replace(Path file, String text) throws IOException {
    Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), ".format", ".java");
    Files.writeString(fresh, text);
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
}
