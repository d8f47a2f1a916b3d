package org.guesscheck.gnc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.guesscheck.core.kernel.Backends;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** gnc shard and gnc merge print what one command prints. */
class MergeTest {
    private static final String PROBLEM = "estimate --rows 4 --cols 3 --measurements 6 --eps 0.05";
    private static final String QUESTION = PROBLEM + " --width 40 --depth 3";
    private static final String DRAWS = " --draws 65000 --threads 1";

    @TempDir
    private Path directory;

    private Path part(int number, int of, String question) {
        Path file = directory.resolve("part-" + number);
        Left left = Left.by("shard " + number + "/" + of + " " + question + " --out " + file);
        assertEquals(0, left.code(), left.err());
        assertEquals("", left.out());
        return file;
    }

    private List<Path> parts(int of, String question) {
        List<Path> files = new ArrayList<>();
        for (int number = 1; number <= of; number++) {
            files.add(part(number, of, question));
        }
        return files;
    }

    private static String merge(List<Path> files) {
        return "merge " + String.join(" ", files.stream().map(Path::toString).toList());
    }

    private static void assertRefused(String sentence, String line) {
        String said = Left.refused(line);
        assertTrue(said.contains(sentence), said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                QUESTION + DRAWS,
                QUESTION + DRAWS + " --reduce",
                PROBLEM + ",0.2 --sampler conditional --draws 9000 --threads 1 --width 7",
                PROBLEM + " --sampler splitting --threads 1 --width 7"
            })
    void mergePrintsWhatOneCommandPrints(String question) {
        Left text = Left.by(question);
        Left json = Left.by(question + " --json");
        for (int of : new int[] {1, 2, 7}) {
            List<Path> files = parts(of, question);
            Collections.shuffle(files, new Random(of));
            assertEquals(text.timeless(), Left.by(merge(files)).timeless());
            assertEquals(json.timeless(), Left.by(merge(files) + " --json").timeless());
        }
    }

    @Test
    void runsOfDescentAreMergedToo() throws IOException {
        String question = "descend --rows 3 --cols 3 --measurements 5 --optimizer gd --lr 0.3 --init-scale 1"
                + " --epochs 200 --stop-at 0.02 --runs 50 --threads 1 --backend scalar";
        Path csv = directory.resolve("csv");
        String text = Left.by(question + " --csv " + csv).timeless();
        String json = Left.by(question + " --json").timeless();
        for (int of : new int[] {1, 2, 7}) {
            List<Path> files = parts(of, question);
            Collections.shuffle(files, new Random(of));
            Path merged = directory.resolve("merged");
            assertEquals(text, Left.by(merge(files) + " --csv " + merged).timeless());
            assertEquals(json, Left.by(merge(files) + " --json").timeless());
            assertEquals(Files.readString(csv), Files.readString(merged));
        }
        assertRefused("--csv ", merge(parts(1, QUESTION + DRAWS)) + " --csv " + csv);
        assertRefused("2^24", "shard 1/2 descend --width 3000 --depth 3 --runs 5 --out " + directory.resolve("out"));
    }

    @Test
    void everyBackendMayComputeAPart() {
        List<String> backends = Backends.names().stream()
                .filter(name ->
                        Left.by(QUESTION + " --draws 10 --backend " + name).code() == 0)
                .toList();
        assertTrue(backends.size() > 1, backends.toString());
        List<Path> files = new ArrayList<>();
        for (int number = 1; number <= backends.size(); number++) {
            files.add(part(number, backends.size(), QUESTION + " --draws 70000 --backend " + backends.get(number - 1)));
        }
        String whole = Left.by(QUESTION + " --draws 70000").out();
        String merged = Left.by(merge(files)).out();
        assertEquals(whole.substring(whole.indexOf('\n')), merged.substring(merged.indexOf('\n')));
        assertTrue(merged.contains("scalar"), merged);
    }

    @Test
    void aMissingPartIsNamed() {
        List<Path> files = parts(7, QUESTION + DRAWS);
        assertRefused("part 3 of 7 is missing", merge(without(files, 3)));
        assertRefused("parts 1, 3, 5 to 7 of 7 are missing", merge(without(files, 1, 3, 5, 6, 7)));
    }

    private static List<Path> without(List<Path> files, Integer... numbers) {
        List<Integer> left = Arrays.asList(numbers);
        return files.stream()
                .filter(file -> !left.contains(files.indexOf(file) + 1))
                .toList();
    }

    /** An error needs the first parts alone. */
    @Test
    void anErrorNeedsAsManyPartsAsTheCommandItself() {
        String question = QUESTION + " --rel-error 0.02 --draws 4e6 --threads 1";
        String whole = Left.by(question).timeless();
        List<Path> files = new ArrayList<>();
        Left left = null;
        for (int number = 1; files.isEmpty() || left.code() != 0; number++) {
            files.add(part(number, 80, question));
            left = Left.by(merge(files));
            if (left.code() != 0) {
                assertTrue(
                        left.err().contains(" of 80 ")
                                && left.err().contains("the relative error that is wanted is not reached before"),
                        left.err());
            }
        }
        assertTrue(files.size() > 1 && files.size() < 80, files.toString());
        assertEquals(whole, left.timeless());
        files.add(part(80, 80, question));
        assertEquals(whole, Left.by(merge(files)).timeless());
    }

    @Test
    void aPartMayBeThereTwice() throws IOException {
        List<Path> files = parts(2, QUESTION + DRAWS);
        Path again = Files.move(files.get(1), directory.resolve("again"));
        files.add(0, again);
        part(2, 2, QUESTION + DRAWS + " --backend scalar");
        assertEquals(0, Left.by(merge(files)).code());
    }

    @Test
    void foreignAndDamagedFilesAreRefused() throws IOException {
        List<Path> files = parts(2, QUESTION + DRAWS);
        byte[] bytes = Files.readAllBytes(files.get(1));
        Path second = files.get(1);
        Files.write(second, Arrays.copyOf(bytes, bytes.length - 5));
        assertRefused(second + ": damaged: it has ", merge(files));
        byte[] changed = bytes.clone();
        changed[bytes.length / 2]++;
        Files.write(second, changed);
        assertRefused(second + ": damaged: its checksum", merge(files));
        byte[] later = bytes.clone();
        later[5]++;
        Files.write(second, later);
        assertRefused(second + ": a part in version 2 of the format; this program reads version 1", merge(files));
        Files.writeString(second, "no part");
        assertRefused(second + ": no part", merge(files));
        Files.delete(second);
        assertRefused(second + ": there is no such file", merge(files));
        part(2, 2, QUESTION + DRAWS + " --seed 2");
        assertRefused(
                second + ": part of another question than " + files.get(0) + ": seed 2 instead of 1", merge(files));
        part(2, 2, QUESTION + DRAWS + " --problem-seed 2");
        assertRefused(": problem sha256:", merge(files));
        part(2, 3, QUESTION + DRAWS);
        assertRefused(second + ": part 2 of 3, but " + files.get(0) + " is part 1 of 2", merge(files));
    }

    @Test
    void wrongCommandLinesAreRefusedBeforeAnyWork() {
        Path out = directory.resolve("out");
        for (String part : List.of("0/7", "8/7", "7", "1/2/3", "a/b", "1/", "1/99999999")) {
            assertRefused("K/N is needed", "shard " + part + " " + QUESTION + " --draws 1e15 --out " + out);
        }
        assertRefused("--sampler auto", "shard 1/2 " + QUESTION + " --out " + out);
        assertRefused("--out", "shard 1/2 " + QUESTION + DRAWS);
        assertRefused("estimate or descend is allowed", "shard 1/2");
        assertRefused("--out", "shard 1/2 " + QUESTION + " --draws 1e15 --out " + directory);
        assertRefused("FILE", "merge");
        assertFalse(Files.exists(out));
    }
}
