package org.guesscheck.gnc.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.guesscheck.core.kernel.Backend;

/** Small questions whose digests are written down: every machine, backend and build gives these, or says that bits changed. */
public final class PinnedDigests {
    /** One digest and its question on a line. */
    private static final String FILE = "pinned-digests.txt";

    private PinnedDigests() {}

    /** Asks all questions of all backends and compares the digests with those that are written down. */
    public static void run(List<Backend> backends, BooleanSupplier cancelled, Consumer<Verdict> verdicts) {
        Map<String, String> pinned = pinned();
        List<PinnedQuestion> questions = PinnedQuestion.all();
        for (PinnedQuestion question : questions) {
            for (Backend backend : question.everyBackend() ? backends : backends.subList(0, 1)) {
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException("cancelled");
                }
                String digest = question.digest().apply(backend.name());
                String expected = pinned.get(question.name());
                String on = question.everyBackend() ? backend.name() : "once";
                verdicts.accept(new Verdict(
                        digest.equals(expected),
                        digest.equals(expected)
                                ? on + " " + question.name()
                                : on + " " + question.name() + ": " + digest + ", written down is " + expected));
            }
        }
        for (String name : pinned.keySet()) {
            if (questions.stream().noneMatch(question -> question.name().equals(name))) {
                verdicts.accept(new Verdict(false, name + ": written down and not asked"));
            }
        }
    }

    /** The lines of the file as this build would write them. */
    public static void lines(Backend backend, Consumer<String> lines) {
        for (PinnedQuestion question : PinnedQuestion.all()) {
            lines.accept(question.digest().apply(backend.name()) + " " + question.name());
        }
    }

    private static Map<String, String> pinned() {
        try (InputStream in = PinnedDigests.class.getResourceAsStream(FILE)) {
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
