package org.guesscheck.gnc.parts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.guesscheck.core.parts.Folding;
import org.guesscheck.core.parts.Part;
import org.guesscheck.core.parts.PartException;
import org.guesscheck.core.parts.Span;
import org.guesscheck.gnc.text.InputException;

/** The files of one question's parts, in the order of their numbers. One part at a time is in memory. */
public final class PartFiles {
    private final SortedMap<Integer, PartFile> files;
    private final int of;

    private PartFiles(SortedMap<Integer, PartFile> files, int of) {
        this.files = files;
        this.of = of;
    }

    /**
     * Reads and checks files, in any order. A part that was computed twice, with the same results, may be there twice.
     *
     * @throws InputException if one can't be read, is damaged or of another question, or two are of the same part and differ, naming it
     */
    public static PartFiles of(List<Path> paths, BooleanSupplier stop) {
        SortedMap<Integer, PartFile> files = new TreeMap<>();
        PartFile first = null;
        for (Path path : paths) {
            check(stop);
            PartFile next = PartFile.of(path);
            first = first == null ? next : first;
            Optional<String> difference = next.identity().difference(first.identity());
            if (difference.isPresent()) {
                throw new InputException(
                        path + ": part of another question than " + first.file() + ": " + difference.get());
            }
            if (next.span().of() != first.span().of()) {
                throw new InputException(path + ": " + words(next.span()) + ", but " + first.file() + " is "
                        + words(first.span()) + "; parts of one division are needed");
            }
            PartFile same = files.putIfAbsent(next.span().number(), next);
            if (same != null && !Arrays.equals(same.content(), next.content())) {
                throw new InputException(path + ": " + words(next.span()) + " with other results than " + same.file());
            }
        }
        return new PartFiles(files, first.span().of());
    }

    private static void check(BooleanSupplier stop) {
        if (stop.getAsBoolean()) {
            throw new CancellationException("cancelled");
        }
    }

    private static String words(Span span) {
        return new PartNumber(span.number(), span.of()).toString();
    }

    /** The method of the question. */
    public String method() {
        return files.firstEntry().getValue().identity().method();
    }

    /** One of the parts, which a fold can be made from. */
    public Part any() {
        return files.firstEntry().getValue().part();
    }

    /**
     * A fold of the question, without parts.
     *
     * @param of makes it from any part
     * @throws InputException if the program is another than that of the parts
     */
    public <R> Folding<R> folding(Function<Part, Folding<R>> of) {
        try {
            return of.apply(any());
        } catch (PartException e) {
            throw new InputException(files.firstEntry().getValue().file() + ": " + e.getMessage());
        }
    }

    /** How many parts there are, and of how many. */
    @Override
    public String toString() {
        return files.size() + " of " + of + " parts";
    }

    /**
     * Folds the parts.
     *
     * @param folding of the question, without parts
     * @param stop asked often; true stops the work
     * @throws InputException if a part is missing that is needed
     */
    public <R> R fold(Folding<R> folding, BooleanSupplier stop) {
        for (int number = 1; !folding.complete(); number++) {
            check(stop);
            PartFile next = files.get(number);
            if (next == null) {
                throw new InputException(missing(number, folding));
            }
            try {
                folding.add(next.part());
            } catch (PartException e) {
                throw new InputException(next.file() + ": " + e.getMessage());
            }
        }
        return folding.result();
    }

    /** Says which parts are missing; where fewer than all may be enough, which of them are needed next. */
    private String missing(int number, Folding<?> folding) {
        long wanted = folding.wanted();
        int last = number;
        while (last < of && Span.part(folding.pieces(), last, of).end() < wanted) {
            last++;
        }
        List<Integer> absent = IntStream.rangeClosed(number, last)
                .filter(part -> !files.containsKey(part))
                .boxed()
                .toList();
        String which = (absent.size() == 1 ? "part " : "parts ") + list(absent) + " of " + of
                + (absent.size() == 1 ? " is missing" : " are missing");
        return last == of
                ? which
                : which + ": the relative error that is wanted is not reached before; later parts may be needed too";
    }

    /** Numbers, neighbours as ranges. */
    private static String list(List<Integer> numbers) {
        List<String> ranges = new ArrayList<>();
        for (int i = 0; i < numbers.size(); ) {
            int from = i++;
            while (i < numbers.size() && numbers.get(i) == numbers.get(i - 1) + 1) {
                i++;
            }
            ranges.add(i - from == 1 ? "" + numbers.get(from) : numbers.get(from) + " to " + numbers.get(i - 1));
        }
        return String.join(", ", ranges);
    }
}
