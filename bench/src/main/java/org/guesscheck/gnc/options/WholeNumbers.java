package org.guesscheck.gnc.options;

import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guesscheck.gnc.text.InputException;

/** Whole numbers as {@code 4,8,16..32:4}. */
final class WholeNumbers {
    private static final Pattern ITEM = Pattern.compile("(\\d{1,9})(?:\\.\\.(\\d{1,9})(?::(\\d{1,9}))?)?");
    private static final int MOST = 100_000;

    private WholeNumbers() {}

    /**
     * Reads numbers of at least 1.
     *
     * @param option the option, for errors
     * @return the numbers, rising, each once
     * @throws InputException if the text is another
     */
    static int[] parse(String option, String text) {
        TreeSet<Integer> numbers = new TreeSet<>();
        for (String item : text.split(",", -1)) {
            Matcher matcher = ITEM.matcher(item.strip());
            if (!matcher.matches()) {
                throw refused(option, text);
            }
            int from = Integer.parseInt(matcher.group(1));
            int to = matcher.group(2) == null ? from : Integer.parseInt(matcher.group(2));
            int step = matcher.group(3) == null ? 1 : Integer.parseInt(matcher.group(3));
            if (from < 1 || to < from || step < 1 || (to - from) / step >= MOST) {
                throw refused(option, text);
            }
            for (long n = from; n <= to; n += step) {
                numbers.add((int) n);
            }
        }
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    private static InputException refused(String option, String text) {
        return new InputException(option + " " + text + ": whole numbers from 1 on and ranges a..b or a..b:step are"
                + " allowed, separated by commas, such as 4,8,16..32:4");
    }
}
