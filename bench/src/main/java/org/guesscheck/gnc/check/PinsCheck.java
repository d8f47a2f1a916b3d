package org.guesscheck.gnc.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guesscheck.core.kernel.Backend;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Small questions whose digests are written down. Every machine, backend and build must give these digests. */
@Command(
        name = "pins",
        description =
                "Asks small questions of every sampler, prior, activation and optimizer, of matrices and of learning"
                    + " curves, on every backend that loads, and compares the digests with those that this version has"
                    + " on every machine. Each narrower width of vectors has a JVM of its own.")
final class PinsCheck extends BackendsCheck {
    /** One digest and its question on a line. */
    private static final String FILE = "pinned-digests.txt";

    @Option(
            names = "--print",
            description = "Print this build's digests instead, in the form of the file; for a change of bits that is"
                    + " intended.")
    private boolean print;

    @Override
    void run(Verdicts verdicts) {
        if (print) {
            String backend = backends().getFirst().name();
            PinnedQuestion.all()
                    .forEach(question -> System.out.println(question.digest().apply(backend) + " " + question.name()));
        } else {
            super.run(verdicts);
        }
    }

    @Override
    String run(List<Backend> backends, Verdicts verdicts) {
        compare(backends, verdicts);
        return "";
    }

    /** Asks all questions of all backends and compares the digests with those that are written down. */
    static void compare(List<Backend> backends, Verdicts verdicts) {
        Map<String, String> pinned = pinned();
        List<PinnedQuestion> questions = PinnedQuestion.all();
        for (PinnedQuestion question : questions) {
            for (Backend backend : question.everyBackend() ? backends : backends.subList(0, 1)) {
                verdicts.stopIfCancelled();
                String digest = question.digest().apply(backend.name());
                String expected = pinned.get(question.name());
                String on = question.everyBackend() ? backend.name() : "once";
                boolean same = digest.equals(expected);
                String other = same ? "" : ": " + digest + ", written down is " + expected;
                verdicts.add(same, "%s %s%s", on, question.name(), other);
            }
        }
        for (String name : pinned.keySet()) {
            if (questions.stream().noneMatch(question -> question.name().equals(name))) {
                verdicts.add(false, "%s: written down and not asked", name);
            }
        }
    }

    private static Map<String, String> pinned() {
        try (InputStream in = PinsCheck.class.getResourceAsStream(FILE)) {
            Map<String, String> pinned = new LinkedHashMap<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                int space = line.indexOf(' ');
                pinned.put(line.substring(space + 1), line.substring(0, space));
            }
            return pinned;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
