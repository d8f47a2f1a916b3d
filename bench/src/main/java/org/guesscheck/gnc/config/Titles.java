package org.guesscheck.gnc.config;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.guesscheck.gnc.files.InputText;
import org.guesscheck.gnc.text.InputException;
import org.guesscheck.gnc.text.PlainText;

/** Titles of panels that a user gives: each is the heading of a figure and the name of a directory. */
public final class Titles {
    /** Bytes of a directory's name. */
    private static final int LONGEST = 250;

    private static final int SHOWN = 60;

    private Titles() {}

    /** The title that a file's name gives. */
    public static String of(Path file) {
        boolean nameless = file.toString().equals(InputText.STANDARD_INPUT);
        String name = nameless ? "standard-input" : file.getFileName().toString();
        return name.endsWith(".json") ? name.substring(0, name.length() - ".json".length()) : name;
    }

    /**
     * The same config.
     *
     * @param file where the title is from
     * @throws InputException if it can't be shown, or names another place
     */
    static SweepConfig checked(SweepConfig config, String file) {
        String title = config.title();
        boolean place = title.contains("/") || title.contains("\\") || title.equals(".") || title.equals("..");
        boolean fits = !title.isBlank() && title.getBytes(StandardCharsets.UTF_8).length <= LONGEST;
        if (!fits || place || !PlainText.is(title)) {
            throw new InputException(file + ": title: \"" + shown(title) + "\"; 1 to " + LONGEST
                    + " bytes of UTF-8 are allowed, without control characters, halves of surrogate pairs, / and \\,"
                    + " and not . or ..");
        }
        return config;
    }

    private static String shown(String title) {
        String plain = PlainText.of(title);
        return plain.length() <= SHOWN ? plain : PlainText.of(plain.substring(0, SHOWN)) + " ...";
    }
}
