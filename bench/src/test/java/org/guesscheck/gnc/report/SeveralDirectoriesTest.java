package org.guesscheck.gnc.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.text.InputException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of several directories: what they say of settings and estimates that differ. */
class SeveralDirectoriesTest {
    private static final int MEAN = 5;

    @TempDir
    private static Path sweeps;

    @TempDir
    private Path directory;

    private Path first;
    private Path second;

    @BeforeAll
    static void sweep() throws IOException {
        SmallSweep.run(sweeps.resolve("one"), "one", "rejection", 0.5, 30);
    }

    @BeforeEach
    void twice() throws IOException {
        first = copy(directory.resolve("first"));
        second = copy(directory.resolve("second"));
    }

    private static Path copy(Path to) throws IOException {
        Files.createDirectories(to);
        for (String name : List.of("run.json", "estimates.csv", "figure.svg")) {
            Files.copy(sweeps.resolve("one").resolve(name), to.resolve(name));
        }
        return to;
    }

    private String page(Path... directories) throws IOException {
        Path file = directory.resolve("page.html");
        ReportPage.write(List.of(directories), file);
        return Files.readString(file);
    }

    private static void config(Path panel, UnaryOperator<ObjectNode> change) throws IOException {
        Path file = panel.resolve("run.json");
        ObjectNode run = Json.read(file);
        run.set("config", change.apply((ObjectNode) run.get("config")));
        Files.writeString(file, Json.print(run));
    }

    /** Changes the cells of the table's rows; the first row is the head. */
    private static void table(Path panel, UnaryOperator<List<List<String>>> change) throws IOException {
        Path file = panel.resolve("estimates.csv");
        List<List<String>> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            rows.add(new ArrayList<>(List.of(line.split(",", -1))));
        }
        Files.write(
                file,
                change.apply(rows).stream().map(row -> String.join(",", row)).toList());
    }

    private static List<String> settings(String page) {
        return rows(page, "<table class=\"differences settings\">(.*?)</table>");
    }

    private static List<String> estimates(String page) {
        return rows(page, "<table class=\"sortable differences estimates\">(.*?)</table>");
    }

    /** The rows of a table's bodies, without tags, cells apart by spaces. */
    private static List<String> rows(String page, String table) {
        return Pattern.compile(table, Pattern.DOTALL)
                .matcher(page)
                .results()
                .flatMap(found -> Pattern.compile("<tr><th scope=\"row\".*?</tr>", Pattern.DOTALL)
                        .matcher(found.group(1))
                        .results())
                .map(row -> row.group()
                        .replaceAll("<[^>]*>", " ")
                        .replaceAll("\\s+", " ")
                        .strip())
                .toList();
    }

    @Test
    void equalSweepsDoNotDiffer() throws IOException {
        String page = page(first, second);
        assertTrue(page.contains("<h1>first beside second</h1>"));
        assertTrue(page.contains("All ask the same question"));
        assertTrue(page.contains("<p>0 of 12 differ.</p>"));
        assertEquals(List.of(), settings(page));
        assertEquals(List.of(), estimates(page));
    }

    @Test
    void theSameQuestionHasTheSameNumbers() throws IOException {
        table(second, rows -> {
            // In the last digit of a double, which no interval sees.
            double mean = Double.parseDouble(rows.get(1).get(MEAN));
            rows.get(1).set(MEAN, Double.toString(Math.nextUp(mean)));
            return rows;
        });
        List<String> differing = estimates(page(first, second));
        assertEquals(1, differing.size());
        assertTrue(differing.getFirst().startsWith("5 1 guess and check "), differing.getFirst());
        assertTrue(differing.getFirst().endsWith("⚠ numbers differ"), differing.getFirst());
    }

    @Test
    void theSameQuestionHasTheSameDigests() throws IOException {
        table(second, rows -> {
            List<String> drawn = rows.stream()
                    .filter(row -> row.getLast().startsWith("sha256:"))
                    .findFirst()
                    .orElseThrow();
            drawn.set(drawn.size() - 1, "sha256:1");
            return rows;
        });
        List<String> differing = estimates(page(first, second));
        assertEquals(1, differing.size());
        assertTrue(differing.getFirst().endsWith("⚠ digests differ"), differing.getFirst());
    }

    /** Of two questions only what is apart beyond its intervals. */
    @Test
    void intervalsThatDoNotOverlapAreMarked() throws IOException {
        config(second, node -> node.put("eps", 0.25).put("title", "other"));
        assertEquals(List.of(), estimates(page(first, second)));
        table(second, rows -> {
            for (int column : List.of(MEAN, MEAN + 2, MEAN + 3)) {
                rows.get(1)
                        .set(
                                column,
                                Double.toString(
                                        2 * Double.parseDouble(rows.get(1).get(column))));
            }
            return rows;
        });
        String page = page(first, second);
        assertEquals(List.of("title one other", "eps 0.5 0.25"), settings(page));
        List<String> differing = estimates(page);
        assertEquals(1, differing.size());
        assertTrue(differing.getFirst().contains(" 2.000 ⚠ intervals do not overlap"), differing.getFirst());
        assertTrue(page.contains("⚠ 1 of 12 differ."));
    }

    @Test
    void otherProblemsAndOtherFieldsAreNotCompared() throws IOException {
        config(second, node -> node.put("seed", 7));
        assertTrue(page(first, second).contains("The sweeps have no problem at the same place in common"));
        Path map = directory.resolve("map");
        SmallSweep.map(map, "map");
        String page = page(first, map);
        assertTrue(page.contains("The sweeps vary different fields"));
        assertEquals(
                2,
                Pattern.compile("<figure class=\"instrument\"")
                        .matcher(page)
                        .results()
                        .count(),
                "a figure each");
    }

    /** Of directories with several panels, those of one title are together. */
    @Test
    void panelsOfOneTitleAreTogether() throws IOException {
        for (String name : List.of("left", "right")) {
            copy(directory.resolve(name + "/one"));
            config(copy(directory.resolve(name + "/two")), node -> node.put("title", "two in " + name));
        }
        String page = page(directory.resolve("left"), directory.resolve("right"));
        assertEquals(
                3,
                Pattern.compile("<section id=\"panel-").matcher(page).results().count());
        assertEquals(
                1,
                Pattern.compile("Estimates that differ").matcher(page).results().count());
        assertTrue(page.contains("<h2>two in left</h2>") && page.contains("<h2>two in right</h2>"));
    }

    @Test
    void aDirectoryIsNamedOnce() {
        InputException refused =
                assertThrows(InputException.class, () -> page(first, directory.resolve("second/../first")));
        assertTrue(
                refused.getMessage().endsWith("the same directory is named twice; each is allowed once"),
                refused.getMessage());
    }

    @Test
    void directoriesOfOneNameAreToldApartByTheirPaths() throws IOException {
        Path other = copy(directory.resolve("elsewhere/first"));
        assertTrue(page(first, other).contains("<h1>" + first + " beside " + other + "</h1>"));
    }
}
